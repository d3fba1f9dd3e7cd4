import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { describeConnections } from './connections.js';

describeConnections('connections, in memory', async () => new MemoryStore(), 300);
