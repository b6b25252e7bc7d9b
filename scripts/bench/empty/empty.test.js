test('nothing', () => undefined);
