/** What the inventory lets people and programs do and ask: the lists behind its door. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';
import { setApprovalLimit } from './approvals/commands/set-limit.ts';
import { listApprovalLimits } from './approvals/queries/list-limits.ts';
import { myApprovalLimits } from './approvals/queries/my-limits.ts';
import { closePeriod } from './costs/commands/close-period.ts';
import { setCostMethod } from './costs/commands/set-method.ts';
import { listClosings } from './costs/queries/list-closings.ts';
import { listCosts } from './costs/queries/list-costs.ts';
import { listPayables } from './costs/queries/list-payables.ts';
import { getPartCost } from './costs/queries/part-cost.ts';
import { adjustStock } from './ledger/commands/adjust-stock.ts';
import { changeCondition } from './ledger/commands/change-condition.ts';
import { changeOwner } from './ledger/commands/change-owner.ts';
import { moveStock } from './ledger/commands/move-stock.ts';
import { receiveStock } from './ledger/commands/receive-stock.ts';
import { reverseStockEntry } from './ledger/commands/reverse-entry.ts';
import { stockPile } from './ledger/queries/get-pile.ts';
import { listMovements } from './ledger/queries/list-movements.ts';
import { stockByPart } from './ledger/queries/stock-by-part.ts';
import { stockOnHand } from './ledger/queries/stock-on-hand.ts';
import { verifyLedger } from './ledger/queries/verify-ledger.ts';
import { createParty } from './parties/commands/create-party.ts';
import { listParties } from './parties/queries/list-parties.ts';
import { addBarcode } from './parts/commands/add-barcode.ts';
import { bringBackPart } from './parts/commands/bring-back-part.ts';
import { createPart } from './parts/commands/create-part.ts';
import { editPart } from './parts/commands/edit-part.ts';
import { removeBarcode } from './parts/commands/remove-barcode.ts';
import { retirePart } from './parts/commands/retire-part.ts';
import { changeCustomField } from './parts/fields/commands/change-field.ts';
import { defineCustomField } from './parts/fields/commands/define-field.ts';
import { setCustomValues } from './parts/fields/commands/set-values.ts';
import { listCustomFields } from './parts/fields/queries/list-fields.ts';
import { addPartFile } from './parts/files/commands/add-file.ts';
import { retirePartFile } from './parts/files/commands/retire-file.ts';
import { getPartFile } from './parts/files/queries/get-file.ts';
import { addPartModel } from './parts/models/commands/add-model.ts';
import { removePartModel } from './parts/models/commands/remove-model.ts';
import { listModels } from './parts/models/queries/list-models.ts';
import { partsForModel } from './parts/models/queries/parts-for-model.ts';
import { getPart } from './parts/queries/get-part.ts';
import { listParts } from './parts/queries/list-parts.ts';
import { partAttachments } from './parts/queries/part-attachments.ts';
import { partHistory } from './parts/queries/part-history.ts';
import { addPartRelation } from './parts/relations/commands/add-relation.ts';
import { changePartRelation } from './parts/relations/commands/change-relation.ts';
import { removePartRelation } from './parts/relations/commands/remove-relation.ts';
import { getPartRelation } from './parts/relations/queries/get-relation.ts';
import { partRelations } from './parts/relations/queries/part-relations.ts';
import { removeSupplierPart } from './parts/suppliers/commands/remove-supplier.ts';
import { setSupplierPart } from './parts/suppliers/commands/set-supplier.ts';
import { partSuppliers } from './parts/suppliers/queries/part-suppliers.ts';
import { removePartUnit } from './parts/units/commands/remove-unit.ts';
import { setPartUnit } from './parts/units/commands/set-unit.ts';
import { receiveDefective } from './returns/commands/receive-defective.ts';
import {
  countOwedReturns,
  listDefectiveReturns,
} from './returns/queries/list-defective-returns.ts';
import { findByScan } from './scans/queries/find-by-scan.ts';
import { siteCommands, siteQueries } from './sites/operations.ts';

export const inventoryCommands: readonly AnyCommand[] = [
  createPart,
  addBarcode,
  bringBackPart,
  editPart,
  removeBarcode,
  retirePart,
  changeCustomField,
  defineCustomField,
  setCustomValues,
  addPartFile,
  retirePartFile,
  addPartModel,
  removePartModel,
  addPartRelation,
  changePartRelation,
  removePartRelation,
  removeSupplierPart,
  setSupplierPart,
  removePartUnit,
  setPartUnit,
  ...siteCommands,
  createParty,
  receiveStock,
  moveStock,
  adjustStock,
  reverseStockEntry,
  changeCondition,
  changeOwner,
  setCostMethod,
  closePeriod,
  receiveDefective,
  setApprovalLimit,
];

export const inventoryQueries: readonly AnyQuery[] = [
  listParts,
  getPart,
  getPartRelation,
  partHistory,
  listCustomFields,
  getPartFile,
  listModels,
  partsForModel,
  partAttachments,
  partRelations,
  partSuppliers,
  ...siteQueries,
  listParties,
  stockByPart,
  stockOnHand,
  stockPile,
  listMovements,
  listCosts,
  getPartCost,
  listPayables,
  listClosings,
  verifyLedger,
  listDefectiveReturns,
  countOwedReturns,
  findByScan,
  myApprovalLimits,
  listApprovalLimits,
];
