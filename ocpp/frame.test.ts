import { describe, expect, test } from 'vitest';
import { decodeFrame, encodeCall, encodeCallError, encodeCallResult, withNumericMessageId } from './frame.ts';
import { isTooDeep } from './frame-depth.ts';

describe('a frame that makes sense', () => {
  test.each([
    ['a call', '[2,"1","Heartbeat",{}]', { kind: 'call', messageId: '1', action: 'Heartbeat', payload: {} }],
    ['a result', '[3,"1",{"status":"Accepted"}]', { kind: 'result', payload: { status: 'Accepted' } }],
    [
      'an error',
      '[4,"1","GenericError","no",{}]',
      { kind: 'error', code: 'GenericError', description: 'no' },
    ],
    ['null for no fields', '[2,"1","Heartbeat",null]', { payload: {}, oddities: ['payload-null'] }],
    ['null for an empty answer', '[3,"1",null]', { payload: {}, oddities: ['payload-null'] }],
    ['a byte order mark and blanks', '\ufeff [2,"1","Heartbeat",{}]\r\n', { oddities: ['frame-padded'] }],
    ['a number as message id', '[2,7,"Heartbeat",{}]', { messageId: '7', oddities: ['message-id-number'] }],
    ['an empty message id', '[2,"","Heartbeat",{}]', { messageId: '', oddities: ['message-id-empty'] }],
    [
      'a message id of 37 characters',
      `[2,"${'x'.repeat(37)}","Heartbeat",{}]`,
      { messageId: 'x'.repeat(37), oddities: ['message-id-too-long'] },
    ],
    [
      'an error without details',
      '[4,"1","GenericError",""]',
      { kind: 'error', oddities: ['error-incomplete'] },
    ],
    ['an error without description', '[4,"1","GenericError"]', { kind: 'error', description: '' }],
  ])('%s is read', (_name, text, expected) => {
    expect(decodeFrame(text)).toMatchObject(expected);
  });
});

describe('a frame that makes no sense', () => {
  test.each<[string, string, string, string | undefined]>([
    ['no JSON', 'hello', 'not-json', undefined],
    ['two frames glued together', '[2,"1","Heartbeat",{}][2,"2","Heartbeat",{}]', 'not-json', undefined],
    ['an object', '{"a":1}', 'not-a-list', undefined],
    ['an empty list', '[]', 'unknown-message-type', undefined],
    ['message type 5', '[5,"1",{}]', 'unknown-message-type', undefined],
    ['message type as text', '["2","1","Heartbeat",{}]', 'unknown-message-type', undefined],
    ['null as message id', '[2,null,"Heartbeat",{}]', 'bad-message-id', undefined],
    ['an endless message id', `[2,"${'x'.repeat(256)}","Heartbeat",{}]`, 'bad-message-id', undefined],
    ['a number as action', '[2,"1",5,{}]', 'bad-action', undefined],
    ['a call of three', '[2,"1","Heartbeat"]', 'wrong-length', 'Heartbeat'],
    ['a call of five', '[2,"1","Heartbeat",{},{}]', 'wrong-length', 'Heartbeat'],
    ['a result of four', '[3,"1",{},{}]', 'wrong-length', undefined],
    ['a list as payload', '[2,"1","Heartbeat",[]]', 'bad-payload', 'Heartbeat'],
    ['text as payload', '[2,"1","Heartbeat","{}"]', 'bad-payload', 'Heartbeat'],
    [
      'a payload 17 deep',
      `[2,"1","MeterValues",${'{"a":'.repeat(16)}1${'}'.repeat(16)}]`,
      'too-deep',
      'MeterValues',
    ],
    ['a million brackets', '['.repeat(1_000_000), 'too-deep', undefined],
  ])('%s is a fault', (_name, ...[text, fault, action]) => {
    const frame = decodeFrame(text);
    expect(frame).toMatchObject({ kind: 'fault', fault });
    expect(frame.kind === 'fault' ? frame.call?.action : undefined).toBe(action);
  });

  test('is never parsed when it is too deep', () => {
    const startedAt = performance.now();
    decodeFrame('[{"a":'.repeat(350_000));
    expect(performance.now() - startedAt).toBeLessThan(100);
  });
});

test('brackets inside of texts do not count as depth', () => {
  expect(isTooDeep(JSON.stringify(['[[[[{{{{', '"[[[[', '\\"[[[[\\']), 1)).toBe(false);
  expect(isTooDeep('["\\\\",[[1]]]', 2)).toBe(true);
  expect(isTooDeep('["never closed [[[[', 1)).toBe(false);
});

test('what is encoded can be decoded, whatever the message id', () => {
  const id = 'quote " backslash \\ umlaut ä';
  expect(decodeFrame(encodeCall(id, 'Reset', { type: 'Soft' }))).toMatchObject({
    kind: 'call',
    messageId: id,
    action: 'Reset',
    payload: { type: 'Soft' },
  });
  expect(decodeFrame(encodeCallResult(id, {}))).toMatchObject({ kind: 'result', messageId: id });
});

test('a CALLERROR always has five elements and a description of at most 255 characters', () => {
  const parts: unknown = JSON.parse(encodeCallError('1', 'OccurenceConstraintViolation', 'x'.repeat(300)));
  expect(parts).toEqual([4, '1', 'OccurenceConstraintViolation', 'x'.repeat(255), {}]);
});

test('a station that numbers its messages gets its number back as a number', () => {
  expect(withNumericMessageId('[3,"7",{"a":"7"}]', '7')).toBe('[3,7,{"a":"7"}]');
});
