import { breakUnderLoad, useSystem } from '../support/use-system';

const context = useSystem();

test.each(['gateway', 'auth', 'inventory', 'order', 'processor'])(
  'when %s is killed under load and restarted, every acknowledged order is processed once',
  async (service) => {
    const { system } = context;

    await breakUnderLoad(context, async () => {
      await system.kill(service);
      await system.start(service);
    });
  },
  150_000,
);
