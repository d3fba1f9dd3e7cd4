import { relationship } from '../model/declare.js';
import { text } from '../model/leaf.js';

/** Relationships that several kinds share; one that a single kind declares stands in that kind's file. */

/** A first-level unit lies in its country. */
export const InCountry = relationship(
  'IN_COUNTRY',
  'Lies in, belongs to or acts for the country.',
  {},
  { phrases: { vi: ['thuộc', 'có'], en: ['belongs to', 'has'] } },
);

/** What an agreement or meeting is about. */
export const HasTopic = relationship(
  'HAS_TOPIC',
  'Is about the field of cooperation.',
  {},
  { phrases: { vi: ['thuộc lĩnh vực', 'là lĩnh vực của'], en: ['is about', 'is a topic of'] }, involves: false },
);

/** Where something took place. */
export const HeldIn = relationship(
  'HELD_IN',
  'Took place in the province, city or country.',
  {
    venue: [text, 'The building or place within it, where a source names one.', { vi: 'địa điểm', en: 'venue' }],
  },
  { phrases: { vi: ['diễn ra tại', 'là nơi diễn ra'], en: ['took place in', 'was the place of'] } },
);
