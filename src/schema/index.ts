import type { KindClass } from '../model/declare.js';
import { Agreement } from './agreement.js';
import { Country } from './country.js';
import { Event } from './event.js';
import { Figure } from './figure.js';
import { Leader } from './leader.js';
import { Mechanism } from './mechanism.js';
import { Meeting } from './meeting.js';
import { Office } from './office.js';
import { Organization } from './organization.js';
import { Party } from './party.js';
import { Province } from './province.js';
import { Source } from './source.js';
import { Topic } from './topic.js';
import { Visit } from './visit.js';

/** Every kind of entity, in the order in which the documentation tells of them. A new kind is one line here. */
export const kinds: readonly KindClass[] = [
  Country,
  Province,
  Party,
  Leader,
  Office,
  Organization,
  Agreement,
  Mechanism,
  Meeting,
  Visit,
  Event,
  Figure,
  Topic,
  Source,
];
