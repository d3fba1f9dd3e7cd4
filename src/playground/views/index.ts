import { chart } from './chart.js';
import { graph } from './graph.js';
import { json } from './json.js';
import { map } from './map.js';
import { table } from './table.js';
import { timeline } from './timeline.js';
import type { View } from './view.js';

/** Every way of showing an answer, in the order of their tabs. The first that can show an answer and is no picture is taken unless chosen otherwise. */
export const views: readonly View[] = [table, graph, timeline, map, chart, json];
