import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { describeAsOf } from './as-of.js';
import { describeStatements } from './statements.js';
import { describeStore } from './contract.js';

describeStore('the memory store', async () => new MemoryStore());
describeAsOf('the memory store as of a moment', async () => new MemoryStore());
describeStatements('what is stated, in the memory store', async () => new MemoryStore());
