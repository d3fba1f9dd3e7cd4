import { relationship } from '../model/declare.js';
import { text } from '../model/leaf.js';

/** Relationships that several kinds share; one that a single kind declares stands in that kind's file. */

/** A first-level unit lies in its country. */
export const InCountry = relationship('IN_COUNTRY', 'Lies in, belongs to or acts for the country.');

/** What an agreement or meeting is about. */
export const HasTopic = relationship('HAS_TOPIC', 'Is about the field of cooperation.', {}, { involves: false });

/** Where something took place. */
export const HeldIn = relationship('HELD_IN', 'Took place in the province, city or country.', {
  venue: [text, 'The building or place within it, where a source names one.'],
});
