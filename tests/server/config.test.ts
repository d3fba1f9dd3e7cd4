import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, settingRows } from '../../src/server/config.js';

describe('the config', () => {
  it('is the values of OPERATIONS if nothing is set', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      log: 'info',
      neo4jUri: undefined,
      neo4jUser: 'neo4j',
    });
    expect(config.limits).toMatchObject({
      depth: 10,
      aliases: 30,
      directives: 50,
      rootFields: 20,
      selections: 500,
      cost: 5000,
    });
    expect(config.limits).toMatchObject({ tokens: 1000, deadline: 5000, inFlight: 64, pageMaximum: 100, grace: 8000 });
  });

  it('reads every variable, and an empty one as unset', () => {
    const set = {
      ENTENTE_PORT: '0',
      ENTENTE_DEPTH: ' 7 ',
      ENTENTE_SEED: '/seed',
      NEO4J_URI: 'neo4j+s://db:7687',
      ENTENTE_COST: '',
    };
    const config = readConfig(set);
    expect(config).toMatchObject({ port: 0, seed: '/seed', neo4jUri: 'neo4j+s://db:7687' });
    expect(config.limits).toMatchObject({ depth: 7, cost: 5000 });
  });

  it('names every fault at once: the variable, its value and what is accepted', () => {
    const read = () =>
      readConfig({
        ENTENTE_PORT: 'many',
        ENTENTE_DEPTH: '-1',
        ENTENTE_LOG: 'loud',
        NEO4J_URI: 'http://db',
        ENTENTE_COST: '1e3',
      });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(
      [
        'ENTENTE_PORT is "many": accepted is a whole number from 0 to 65535.',
        'ENTENTE_LOG is "loud": accepted is one of trace, debug, info, warn, error, fatal, silent.',
        'NEO4J_URI is "http://db": accepted is an address that begins with neo4j://, neo4j+s://, neo4j+ssc://, bolt://, bolt+s:// or bolt+ssc://.',
        'ENTENTE_DEPTH is "-1": accepted is a whole number from 1 to 1000000000.',
        'ENTENTE_COST is "1e3": accepted is a whole number from 1 to 1000000000.',
      ].join('\n'),
    );
  });

  it('explains every variable once', () => {
    const variables = settingRows.map(({ variable }) => variable);
    expect(new Set(variables).size).toBe(variables.length);
    expect(variables.every((variable) => /^(ENTENTE|NEO4J)_[A-Z0-9_]+$/.test(variable))).toBe(true);
    expect(settingRows.every(({ meaning }) => meaning.endsWith('.'))).toBe(true);
  });
});
