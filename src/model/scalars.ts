import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { isDay } from './partial-date.js';
import { plainDecimal } from './quantity.js';

/** A day. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day of the Gregorian calendar: `2022-11-08`.',
  serialize: (value) => String(value),
  parseValue: readDay,
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : print(node)),
});

function readDay(value: unknown): string {
  if (typeof value === 'string' && isDay(value)) return value;
  throw new GraphQLError('A Date is a day as YYYY-MM-DD, such as 2022-11-08.');
}

/** An exact number. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description:
    'An exact decimal number, as a text so that no digit is lost: `"10570000000"`, `"2.94"`. A number is accepted too.',
  serialize: (value) => String(value),
  parseValue: readDecimal,
  parseLiteral: (node: ValueNode) => readDecimal('value' in node ? node.value : print(node)),
});

function readDecimal(value: unknown): string {
  const decimal = typeof value === 'string' || typeof value === 'number' ? plainDecimal(String(value)) : undefined;
  if (decimal !== undefined) return decimal;
  throw new GraphQLError('A Decimal is a number in plain digits, such as 10570000000 or "2.94".');
}

/** An outline. It is only answered: no argument takes one. */
export const GeometryScalar = new GraphQLScalarType({
  name: 'Geometry',
  description: 'A GeoJSON geometry (RFC 7946), WGS 84.',
});
