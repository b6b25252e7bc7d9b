/** The addresses of one room: a /24 between the machine (`gateway`) and the room (`address`). */
export interface AddressPlan {
  readonly subnet: string;
  readonly gateway: string;
  readonly address: string;
}

/** Rooms are numbered from 1; a number is a room's share of everything that must not clash. */
export const SLOTS: readonly number[] = Array.from({ length: 200 }, (_, index) => index + 1);

const PREFIX = '10.213';

/** The addresses that belong to a slot. Docker's own default pools (172.17-31, 192.168) are far from it. */
export function addressesOfSlot(slot: number): AddressPlan {
  return {
    subnet: `${PREFIX}.${slot}.0/24`,
    gateway: `${PREFIX}.${slot}.1`,
    address: `${PREFIX}.${slot}.2`,
  };
}

/** Slots whose addresses the machine does not already route somewhere; `routes` are destinations such as `10.0.0.0/8`. */
export function slotsFreeOf(routes: readonly string[]): readonly number[] {
  const taken = routes.flatMap(parseRange);
  return SLOTS.filter((slot) => {
    const [mine] = parseRange(addressesOfSlot(slot).subnet);
    return mine !== undefined && !taken.some((range) => range.first <= mine.last && mine.first <= range.last);
  });
}

interface Range {
  readonly first: number;
  readonly last: number;
}

/** IPv4 only; `default` and anything that is no address is no range. */
function parseRange(cidr: string): Range[] {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)(?:\/(\d+))?$/.exec(cidr);
  if (match === null) return [];
  const [, a = 0, b = 0, c = 0, d = 0, bits = 32] = match;
  const size = 2 ** (32 - Number(bits));
  const address = ((Number(a) * 256 + Number(b)) * 256 + Number(c)) * 256 + Number(d);
  const first = Math.floor(address / size) * size;
  return [{ first, last: first + size - 1 }];
}
