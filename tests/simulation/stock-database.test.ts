import { specifyInventoryStore } from '../specifications/inventory-store';
import { createListHeld, createStock, type RunOnStock, type Stock } from './stock-database';

describe('the store of inventory in the simulator', () => {
  specifyInventoryStore(() => {
    const stock: Stock = { products: new Map(), reservations: new Map(), operations: new Map() };
    let isResultHidden = false;
    const run: RunOnStock = async (what, work) => {
      const answer = await Promise.resolve(work(stock));
      if (!isResultHidden || !what.startsWith('write')) return answer;
      isResultHidden = false;
      throw new Error('the answer was lost');
    };
    return {
      store: createStock({ run, conflicts: () => false, isUnknownResultReportedAsConflict: () => true }),
      listHeld: createListHeld(run),
      hideNextResult: () => {
        isResultHidden = true;
        return Promise.resolve();
      },
    };
  });
});
