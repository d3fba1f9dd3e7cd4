import { lazy, type ComponentType } from 'react';
import { fetchSchemaShape } from '../fetch-schema-shape.js';
import { fetchVocabulary } from '../use-vocabulary.js';
import type { View, ViewProps } from './view.js';

/** The part of a view that is a picture, drawn by a module that is fetched when first looked at, or when a link names it. */
export function drawnBy(
  load: () => Promise<{ default: ComponentType<ViewProps> }>,
): Pick<View, 'isPicture' | 'Component' | 'prepare'> {
  return {
    isPicture: true,
    Component: lazy(load),
    // What fails is asked for again where it is needed, and spoken of there.
    prepare: () => {
      const noMatter = () => undefined;
      load().catch(noMatter);
      fetchSchemaShape().catch(noMatter);
      fetchVocabulary().catch(noMatter);
    },
  };
}
