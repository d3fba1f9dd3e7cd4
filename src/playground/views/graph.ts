import { hasData } from '../empty.js';
import { drawnBy } from './drawn-by.js';
import type { View } from './view.js';

/** Entities as nodes, facts as edges. */
export const graph: View = {
  id: 'graph',
  title: { vi: 'Đồ thị', en: 'Graph' },
  canShow: ({ answer }, offer) => hasData(answer) && (offer?.facts ?? true),
  needs: {
    vi: 'một quan hệ giữa hai thực thể, như parties của một văn kiện',
    en: 'a relation between two entities, such as the parties of an agreement',
  },
  ...drawnBy(() => import('./graph-view.js')),
};
