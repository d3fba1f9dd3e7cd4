import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { describeCases } from './cases.js';

describeCases('golden cases on the memory store', async () => new MemoryStore());
