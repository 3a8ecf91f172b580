import { describe, expect, it } from 'vitest';
import { type AddressRules, checkAddress, isPublic, type Lookup } from '../../../../src/importer/web/check-address.ts';

/** A name server that knows one name. */
function knows(...addresses: string[]): { lookup: Lookup } {
  const hosts = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return { lookup: () => Promise.resolve(hosts) };
}

async function reasonFor(address: string, rules: AddressRules): Promise<string | undefined> {
  const checked = await checkAddress(address, rules);
  return checked.ok ? undefined : checked.reason;
}

describe('an address that an editor names', () => {
  it('may be any on the public internet, on any port', async () => {
    const checked = await checkAddress('https://news.test:8443/a?b#c', knows('93.184.216.34', '2606:4700::1111'));
    expect(checked).toMatchObject({
      ok: true,
      hosts: [
        { address: '93.184.216.34', family: 4 },
        { address: '2606:4700::1111', family: 6 },
      ],
    });
  });

  it.each([
    'http://127.0.0.1/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://2130706433/',
    'http://127.1/',
    'http://１２７.0.0.1/',
    'http://0.0.0.0/',
    'http://10.1.2.3/',
    'http://192.168.0.1/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://224.0.0.1/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://[4000::1]/',
  ])('is refused where it is of a private network: %s', async (address) => {
    expect(await reasonFor(address, knows('93.184.216.34'))).toContain('is not on the public internet');
  });

  it('is refused where its name stands for a private address, even beside a public one', async () => {
    for (const address of ['127.0.0.1', '::1', '10.0.0.1', '::ffff:192.168.1.1', 'fe80::1%eth0', 'rubbish'])
      expect(await checkAddress('http://news.test/', knows('93.184.216.34', address))).toEqual({
        ok: false,
        reason: `news.test is not on the public internet (${address})`,
      });
  });

  it('of this machine by name is refused with the real name server too', async () => {
    expect(await checkAddress('http://localhost./', {})).toMatchObject({ ok: false });
    expect(await checkAddress('http://localhost/', {})).toMatchObject({ ok: false });
  });

  it.each([
    ['file:///etc/passwd', 'only http: and https: are fetched, not file:'],
    ['ftp://news.test/a', 'only http: and https: are fetched, not ftp:'],
    ['https://me:secret@news.test/', 'it holds a user name or a password'],
    ['https://me@news.test/', 'it holds a user name or a password'],
    ['news.test/a', 'it is no complete address'],
    [`https://news.test/${'a'.repeat(2000)}`, 'it is longer than 2000 signs'],
  ])('is refused with its reason: %s', async (address, reason) => {
    expect(await reasonFor(address, knows('93.184.216.34'))).toContain(reason);
  });

  it('is refused where its name is not known', async () => {
    expect(await reasonFor('http://news.test/', knows())).toBe('news.test is not known: check the address');
    const lookup: Lookup = () => Promise.reject(new Error('ENOTFOUND'));
    expect(await reasonFor('http://news.test/', { lookup })).toContain('news.test is not known');
  });

  it('is public or not by itself', () => {
    expect(['8.8.8.8', '2a00:1450::1', '::ffff:1.1.1.1'].map(isPublic)).toEqual([true, true, true]);
    expect(['', 'news.test', '198.18.0.1', '2001::1'].map(isPublic)).toEqual([false, false, false, false]);
  });
});
