import { expect, test } from 'vitest';
import { isSecretKey, maskFrame, maskSecrets, maskUnreadable } from './mask-secrets.ts';

const SECRET_KEYS = [
  'AuthorizationKey',
  'WifiPassword',
  'WifiPwd',
  'ApnPasswd',
  'wifiPSK',
  'wlan_psk',
  'OcppToken',
  'ClientSecret',
  'ApnUser',
  'PresharedKey',
  'SIM-PIN',
];

test.each(SECRET_KEYS)('the value of %s is a secret wherever it stands', (key) => {
  expect(isSecretKey(key)).toBe(true);
  expect(maskSecrets({ key, value: 'sesame' })).toEqual({ key, value: '•••' });
  const answer = { configurationKey: [{ key, readonly: false, value: 'sesame' }] };
  expect(maskFrame(JSON.stringify([3, '1', answer]))).not.toContain('sesame');
});

test.each([
  'ConnectionTimeOut',
  'SecurityProfile',
  'MeterValueSampleInterval',
  'idToken',
  'StopTxnAlignedData',
])('%s is no secret', (key) => expect(isSecretKey(key)).toBe(false));

test('JSON inside the data of a vendor is looked into, and other text ends at its secret', () => {
  const texts = [
    JSON.stringify({ wifi: { ssid: 'yard', password: 'sesame' } }),
    JSON.stringify({ key: 'WifiPwd', value: 'sesame' }),
    JSON.stringify(['set', 'pwd=sesame']),
    JSON.stringify('token sesame'),
    JSON.stringify({ SimPin: 735_163 }),
    'ssid=yard;password=sesame',
  ];
  for (const data of texts) {
    const frame = maskFrame(JSON.stringify([2, '1', 'DataTransfer', { vendorId: 'v', data }]));
    expect(frame).not.toMatch(/sesame|735163/);
    expect(JSON.parse(frame)).toMatchObject([2, '1', 'DataTransfer', { vendorId: 'v' }]);
    expect(maskSecrets({ vendorId: 'v', data }).data).not.toMatch(/sesame|735163/);
  }
  expect(maskSecrets({ vendorId: 'v', data: texts[0] }).data).toContain('yard');
});

test('a quotation mark or a brace in a password of a broken answer gives nothing of it away', () => {
  for (const value of ['ab\\"sesame', 'ab}sesame', 'ab{sesame', 'ab"sesame', 'ab\\"}, {sesame']) {
    const entry = `{"key":"WifiPwd","readonly":false,"value":"${value}"}`;
    const raw = `[3,"1",{"configurationKey":[${entry},{"key":"HeartbeatInterval","readonly":false,"value":"300"}`;
    expect(maskUnreadable(raw)).not.toContain('sesame');
    expect(maskUnreadable(raw)).toContain('"value":"300"');
    expect(maskFrame(raw)).toBe(maskUnreadable(raw));
  }
  expect(maskUnreadable('[3,"1",{"configurationKey":[{"value":"sesame","key":"WifiPwd"')).not.toContain(
    'sesame',
  );
});

test('a frame that is too deep to be read is masked as text', () => {
  const raw = `[2,"1","DataTransfer",{"password":"sesame","data":${'['.repeat(3_000)}`;
  expect(maskFrame(raw)).not.toContain('sesame');
  const whole = `[2,"1","X",{"password":"sesame","data":${'['.repeat(3_000)}${']'.repeat(3_000)}}]`;
  expect(maskFrame(whole)).not.toContain('sesame');
});

test('signed meter data is no secret, whatever it happens to spell', () => {
  const record = 'OCMF|{"IF":["RFID_PSK"],"RD":[{"RV":62500.1270}]}|{"SD":"3045"}';
  const texts = [
    record,
    JSON.stringify({ begin: record }),
    JSON.stringify({ value: JSON.stringify({ signedMeterData: 'QpwdQ', encodingMethod: 'EDL' }) }),
    JSON.stringify({ signedMeterData: 'abPwDpskToken+/=', publicKey: 'apwdb', encodingMethod: 'EDL' }),
  ];
  for (const data of texts) {
    const raw = JSON.stringify([2, '1', 'DataTransfer', { vendorId: 'v', data }]);
    expect(maskFrame(raw)).toBe(raw);
    expect(maskSecrets({ vendorId: 'v', data }).data).toBe(data);
  }
  const sampled = JSON.stringify([
    2,
    '1',
    'StopTransaction',
    { transactionData: [{ sampledValue: [{ value: record }] }] },
  ]);
  expect(maskFrame(sampled)).toBe(sampled);
  const beside = JSON.stringify({ signedMeterData: 'QQ==', password: 'sesame' });
  expect(maskFrame(JSON.stringify([2, '1', 'DataTransfer', { data: beside }]))).not.toContain('sesame');
});
