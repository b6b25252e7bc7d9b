import { expect, test } from '@jest/globals';
import { SLOTS, addressesOfSlot, slotsFreeOf } from '../../../src/cleanroom/room/network/address-plan';

test('a slot has a network of its own, with the machine at one end and the room at the other', () => {
  expect(addressesOfSlot(7)).toEqual({
    subnet: '10.213.7.0/24',
    gateway: '10.213.7.1',
    address: '10.213.7.2',
  });
});

test('leaves out the slots whose addresses the machine already routes', () => {
  const routes = [
    'default',
    '10.213.3.0/24',
    '10.213.5.128/25',
    '10.213.9.77',
    '172.17.0.0/16',
    'fe80::/64',
    '10.212.0.0/16',
  ];
  const free = slotsFreeOf(routes);
  expect(SLOTS.filter((slot) => !free.includes(slot))).toEqual([3, 5, 9]);
});

test('has no slot when all of the range is routed', () => {
  expect(slotsFreeOf(['10.0.0.0/8'])).toEqual([]);
});
