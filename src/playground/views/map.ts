import { hasData } from '../empty.js';
import { drawnBy } from './drawn-by.js';
import type { View } from './view.js';

/** Provinces by their outlines, and the agreements between them. */
export const map: View = {
  id: 'map',
  title: { vi: 'Bản đồ', en: 'Map' },
  canShow: ({ answer }, offer) => hasData(answer) && (offer?.places ?? true),
  needs: {
    vi: 'các tỉnh thành, hoặc văn kiện mà các tỉnh là bên tham gia',
    en: 'provinces, or agreements to which provinces are parties',
  },
  ...drawnBy(() => import('./map-view.js')),
};
