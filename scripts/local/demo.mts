// Places one demo order and follows it until it is final.
import { placeDemoOrder } from './demo/place-demo-order.mts';
import { runScript } from './system/failure.mts';
import { systemFolder } from './system/folders.mts';
import { planSystem } from './system/plan.mts';
import { rememberedVariables } from './system/remembered.mts';
import { readSettings } from './system/settings.mts';

runScript(async () => {
  const remembered = rememberedVariables(systemFolder());
  await placeDemoOrder(planSystem(readSettings(remembered)).env);
});
