import type { AddressCard } from '#api/address-card.ts';

type InterfaceKind = AddressCard['interfaces'][number]['kind'];

/** By the names that Linux, Windows and macOS give; macOS calls cable and radio alike. */
const KINDS: readonly (readonly [name: RegExp, kind: InterfaceKind])[] = [
  [/^(lo|loopback)/i, 'loopback'],
  [/^(docker|br-|veth|virbr|vmnet|vbox|vEthernet|Hyper-V|awdl|llw|anpi)/i, 'virtual'],
  [/^(tun|tap|utun|wg|zt|tailscale)/i, 'tunnel'],
  [/^(wl|wi-?fi|wlan)/i, 'radio'],
  [/^(eth|enp|ens|eno|enx|end|ethernet)/i, 'cable'],
];

export function interfaceKind(name: string): InterfaceKind {
  return KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
}
