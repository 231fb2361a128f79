import { resolve } from 'node:path';

import { readArguments } from './arguments.js';

const read = (line: string, environment: NodeJS.ProcessEnv = {}) => readArguments(line.split(' '), environment);
const PERSON = '--email a@b.test --password secret';

describe('readArguments', () => {
  it('reads an import of a ServiceNow log by a person', () => {
    expect(read(`--format servicenow log.csv.gz ${PERSON}`)).toEqual({
      file: resolve('log.csv.gz'),
      mappingFile: null,
      credentials: { kind: 'password', email: 'a@b.test', password: 'secret' },
      url: 'http://127.0.0.1:3000',
      encoding: 'utf-8',
      shiftToToday: false,
    });
  });

  it('reads an import of any CSV by a program', () => {
    const line = '--format csv --map map.json --api-key k --url https://x.test/ --encoding latin1 --shift-to-today in.csv';
    expect(read(line)).toEqual({
      file: resolve('in.csv'),
      mappingFile: resolve('map.json'),
      credentials: { kind: 'api_key', key: 'k' },
      url: 'https://x.test',
      encoding: 'windows-1252',
      shiftToToday: true,
    });
  });

  it('finds files from where the person stands, not from where npm runs', () => {
    const { file, mappingFile } = read(`--format csv --map m.json /in.csv ${PERSON}`, { INIT_CWD: '/home/ana' });
    expect([file, mappingFile]).toEqual([resolve('/in.csv'), resolve('/home/ana/m.json')]);
  });

  it('takes secrets from the environment, where no list of processes shows them', () => {
    const environment = { FLOWPILOT_PASSWORD: 'p', FLOWPILOT_API_KEY: 'k' };
    expect(read('--format servicenow f --email a@b.test', environment).credentials).toEqual({
      kind: 'password',
      email: 'a@b.test',
      password: 'p',
    });
    expect(read('--format servicenow f', environment).credentials).toEqual({ kind: 'api_key', key: 'k' });
  });

  it.each([
    [`--format servicenow ${PERSON}`, 'Name the file'],
    [`--format servicenow a.csv b.csv ${PERSON}`, 'b.csv is too much'],
    [`a.csv ${PERSON}`, 'Say --format'],
    [`--format excel a.csv ${PERSON}`, 'Say --format'],
    [`--format csv a.csv ${PERSON}`, 'needs --map'],
    [`--format servicenow --map m.json a.csv ${PERSON}`, 'belongs to --format csv'],
    ['--format servicenow a.csv', 'Say who imports'],
    ['--format servicenow a.csv --email a@b.test', 'Say who imports'],
    [`--format servicenow a.csv ${PERSON} --api-key k`, 'not both'],
    [`--format servicenow a.csv ${PERSON} --url localhost`, 'is no address'],
    [`--format servicenow a.csv ${PERSON} --encoding klingon`, 'is not known'],
    [`--format servicenow a.csv ${PERSON} --colour`, "Unknown option '--colour'"],
  ])('refuses %j', (line, message) => {
    expect(() => read(line)).toThrow(message);
  });
});
