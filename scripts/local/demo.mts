// Places one demo order and follows it until it is final.
import { placeDemoOrder } from './demo/place-demo-order.mts';
import { defineCommand } from './system/command.mts';
import { systemFolder } from './system/folders.mts';
import { planSystem } from './system/plan.mts';
import { rememberedVariables } from './system/remembered.mts';
import { readSettings } from './system/settings.mts';

defineCommand(
  { about: 'Places an order as the demo user and follows it until it is final.', usage: ['make demo'] },
  async () => {
    const remembered = rememberedVariables(systemFolder());
    await placeDemoOrder(planSystem(readSettings(remembered)).env);
  },
);
