import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { describeStore } from './contract.js';

describeStore('the memory store', async () => new MemoryStore());
