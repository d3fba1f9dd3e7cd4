import { Inverse, Kind, Property, Relation, relationship, type Edges } from '../model/declare.js';
import { enumeration, identifier, interval, partialDate, text } from '../model/leaf.js';
import type { Interval } from '../model/interval.js';
import type { PartialDate } from '../model/partial-date.js';
import { Country } from './country.js';
import { Event } from './event.js';
import { Figure } from './figure.js';
import { Leader } from './leader.js';
import { Meeting } from './meeting.js';
import { Organization } from './organization.js';
import { Party } from './party.js';
import { Province } from './province.js';
import { HasTopic } from './relationships.js';
import { Topic } from './topic.js';
import { Visit } from './visit.js';

/** What a document calls itself. */
export const agreementType = enumeration(
  'AgreementType',
  'What the document is, by its own name.',
  {
    TREATY: 'A treaty (hiệp ước).',
    PROTOCOL: 'A protocol (nghị định thư).',
    AGREEMENT: 'An agreement between states or governments (hiệp định).',
    ARRANGEMENT: 'A cooperation agreement between bodies below the state (thỏa thuận).',
    PLAN: 'A plan of cooperation (kế hoạch).',
    JOINT_STATEMENT: 'A joint statement or communiqué (tuyên bố chung, thông cáo chung).',
    REPORT: 'A report that was adopted (báo cáo).',
  },
  {
    TREATY: { vi: 'hiệp ước', en: 'treaty' },
    PROTOCOL: { vi: 'nghị định thư', en: 'protocol' },
    AGREEMENT: { vi: 'hiệp định', en: 'agreement' },
    ARRANGEMENT: { vi: 'thỏa thuận', en: 'cooperation agreement' },
    PLAN: { vi: 'kế hoạch', en: 'plan' },
    JOINT_STATEMENT: { vi: 'tuyên bố chung', en: 'joint statement' },
    REPORT: { vi: 'báo cáo', en: 'report' },
  },
);

/** What was done with a document on the day given by `concludedOn`. */
export const manner = enumeration(
  'Manner',
  'What was done with the document on the day of `concludedOn`.',
  {
    SIGNED: 'It was signed.',
    EXCHANGED: 'It was handed over at a ceremony; the source does not say that it was signed there.',
    ADOPTED: 'It was adopted by a meeting.',
  },
  {
    SIGNED: { vi: 'được ký', en: 'signed' },
    EXCHANGED: { vi: 'được trao', en: 'exchanged' },
    ADOPTED: { vi: 'được thông qua', en: 'adopted' },
  },
);

/** A country, province, party or organization is bound by the agreement. */
export const PartyTo = relationship(
  'PARTY_TO',
  'Is a party to the agreement. A party need not have signed it itself.',
  {
    role: [text, 'The part it has, where a source names one.', { vi: 'vai trò', en: 'role' }],
    through: [
      identifier,
      'The id of the body that acted for it, where the source names that body: a province is a party through its People’s Committee. Null where the source names the party itself.',
      { vi: 'thông qua', en: 'through' },
    ],
  },
  {
    actingFor: 'ADMINISTERS',
    phrases: { vi: ['là một bên của', 'có một bên là'], en: ['is a party to', 'has as a party'] },
  },
);

/** Who put a name to the agreement. */
export const Signed = relationship(
  'SIGNED',
  'Signed the agreement.',
  {
    role: [text, 'In what capacity, where a source names one.', { vi: 'vai trò', en: 'role' }],
  },
  { phrases: { vi: ['ký', 'được ký bởi'], en: ['signed', 'was signed by'] } },
);

/** Who watched the signing or exchange, without signing. */
export const Witnessed = relationship(
  'WITNESSED',
  'Was present at the signing or exchange as a witness, without signing.',
  {
    role: [text, 'In what capacity, where a source names one.', { vi: 'vai trò', en: 'role' }],
  },
  {
    phrases: {
      vi: ['chứng kiến việc ký hoặc trao', 'được ký hoặc trao trước sự chứng kiến của'],
      en: ['witnessed the signing or exchange of', 'was signed or exchanged in the presence of'],
    },
  },
);

/** One agreement adds to another, without amending it. */
export const Supplements = relationship(
  'SUPPLEMENTS',
  'Adds to the other agreement, by its own name. It does not amend it.',
  {},
  { phrases: { vi: ['bổ sung cho', 'được bổ sung bởi'], en: ['supplements', 'is supplemented by'] } },
);

/** On what occasion an agreement was concluded. */
export const ConcludedAt = relationship(
  'CONCLUDED_AT',
  'Was signed, exchanged or adopted on the occasion of the meeting, visit or event.',
  {},
  {
    phrases: {
      vi: ['được ký, trao hoặc thông qua nhân dịp', 'là dịp ký, trao hoặc thông qua'],
      en: ['was concluded on the occasion of', 'was the occasion for concluding'],
    },
  },
);

@Kind('A treaty, protocol, agreement, plan or joint statement between parties.')
export class Agreement {
  @Property(agreementType, 'What it is, by its own name.', { label: { vi: 'loại văn kiện', en: 'type' } })
  readonly type?: string | null;

  @Property(
    partialDate,
    'The day on which it was signed, exchanged or adopted, as exact as the source made it. `manner` says which of the three.',
    { label: { vi: 'ngày ký, trao hoặc thông qua', en: 'signed, exchanged or adopted on' }, timeline: {} },
  )
  readonly concludedOn?: PartialDate | null;

  @Property(manner, 'Whether it was signed, exchanged or adopted on the day of `concludedOn`.', {
    label: { vi: 'hình thức', en: 'manner' },
  })
  readonly manner?: string | null;

  @Property(interval, 'The period that it covers, such as the years of a plan.', {
    label: { vi: 'thời kỳ', en: 'period' },
  })
  readonly period?: Interval | null;

  @Relation(
    () => [Country, Province, Party, Organization],
    PartyTo,
    'in',
    'Its parties. Where a provincial administration is named, the province for which it acted is one too, with `through` naming the body.',
  )
  readonly parties!: Edges<Country | Province | Party | Organization>;

  @Relation(() => [Country, Party, Organization, Leader], Signed, 'in', 'Who signed it, where a source says so.')
  readonly signatories!: Edges<Country | Party | Organization | Leader>;

  @Relation(
    () => [Leader, Country, Organization],
    Witnessed,
    'in',
    'Who witnessed the signing or exchange. A witness is not a signatory.',
  )
  readonly witnesses!: Edges<Leader | Country | Organization>;

  @Relation(() => Agreement, Supplements, 'out', 'Agreements to which it is a supplement.')
  readonly supplements!: Edges<Agreement>;

  @Inverse(() => Agreement, 'supplements', 'Agreements that supplement it.')
  readonly supplementedBy!: Edges<Agreement>;

  @Relation(
    () => [Meeting, Visit, Event],
    ConcludedAt,
    'out',
    'The meeting, visit or event on whose occasion it was concluded.',
  )
  readonly concludedAt!: Edges<Meeting | Visit | Event>;

  @Relation(() => Topic, HasTopic, 'out', 'Fields of cooperation that it covers.')
  readonly topics!: Edges<Topic>;

  @Inverse(() => Figure, 'about', 'Figures stated about it.')
  readonly figures!: Edges<Figure>;
}
