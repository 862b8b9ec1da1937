/**
 * The door of the inventory: its commands and queries for the desks, and what other rooms may call
 * inside their own transaction.
 */

export { setApprovalLimit } from './approvals/commands/set-limit.ts';
export { type ApprovalKind, approvalKinds } from './approvals/contract.ts';
export { listApprovalLimits } from './approvals/queries/list-limits.ts';
export { myApprovalLimits } from './approvals/queries/my-limits.ts';
export {
  type ApprovalAsked,
  approvalErrors,
  approvalLimitOf,
  requireApproval,
} from './approvals/require-approval.ts';
export { closePeriod } from './costs/commands/close-period.ts';
export { setCostMethod } from './costs/commands/set-method.ts';
export { costMethods } from './costs/cost.rules.ts';
export { listClosings } from './costs/queries/list-closings.ts';
export { listCosts } from './costs/queries/list-costs.ts';
export { listPayables } from './costs/queries/list-payables.ts';
export { getPartCost } from './costs/queries/part-cost.ts';
export { stockValue as valueOf } from './costs/store.ts';
export { inventoryErrors } from './errors.ts';
export { auditLedger, type Finding, ledgerValidators } from './ledger/audit.ts';
export { adjustStock } from './ledger/commands/adjust-stock.ts';
export { changeCondition } from './ledger/commands/change-condition.ts';
export { changeOwner } from './ledger/commands/change-owner.ts';
export { moveStock } from './ledger/commands/move-stock.ts';
export { receiveStock } from './ledger/commands/receive-stock.ts';
export { reverseStockEntry } from './ledger/commands/reverse-entry.ts';
export { addHandlingUnit } from './ledger/handling-units.ts';
export { addLot, type LotStatement, lotIdOf } from './ledger/lots.ts';
export {
  addLots,
  addPieces,
  type FoundPiece,
  findPieces,
  lotKey,
  type NamedPiece,
  pieceKey,
} from './ledger/many-pieces.ts';
export { pileId } from './ledger/pile-id.ts';
export { findTakablePile } from './ledger/piles.ts';
export { postEntry } from './ledger/post-entry.ts';
export type {
  Condition,
  EntryDraft,
  EntryKind,
  Pile,
  PostingLine,
} from './ledger/posting.rules.ts';
export { conditions, entryKinds } from './ledger/posting.rules.ts';
export { periodErrors, postingErrors, reversalErrors } from './ledger/posting-errors.ts';
export { stockPile } from './ledger/queries/get-pile.ts';
export { listMovements } from './ledger/queries/list-movements.ts';
export { type PartStock, stockByPart } from './ledger/queries/stock-by-part.ts';
export { stockOnHand } from './ledger/queries/stock-on-hand.ts';
export { verifyLedger } from './ledger/queries/verify-ledger.ts';
export { release, reserve } from './ledger/reserve.ts';
export { type FirmWish, type Rider, reserveAllAnd } from './ledger/reserve-all.ts';
export { type GrantedHold, type HoldWish, reserveUpTo } from './ledger/reserve-up-to.ts';
export { reverseEntry } from './ledger/reverse-entry.ts';
export {
  addSerial,
  findSerial,
  findSerials,
  getSerial,
  pileOfSerial,
  type SerialRow,
} from './ledger/serial-units.ts';
export { linesBetween, type StockStatement, stockLines } from './ledger/stock-lines.ts';
export { inventoryCommands, inventoryQueries } from './operations.ts';
export { createParty } from './parties/commands/create-party.ts';
export {
  type NamedParty,
  type PartyCells,
  partiesByCode,
  type StoredParty,
  storedParties,
  writeParties,
} from './parties/party-table.store.ts';
export { listParties } from './parties/queries/list-parties.ts';
export { getPartyRow, type PartyRow } from './parties/store.ts';
export { addBarcode } from './parts/commands/add-barcode.ts';
export { bringBackPart } from './parts/commands/bring-back-part.ts';
export { createPart } from './parts/commands/create-part.ts';
export { editPart } from './parts/commands/edit-part.ts';
export { removeBarcode } from './parts/commands/remove-barcode.ts';
export { retirePart } from './parts/commands/retire-part.ts';
export { changeCustomField } from './parts/fields/commands/change-field.ts';
export { defineCustomField } from './parts/fields/commands/define-field.ts';
export { setCustomValues } from './parts/fields/commands/set-values.ts';
export { listCustomFields } from './parts/fields/queries/list-fields.ts';
export { addPartFile } from './parts/files/commands/add-file.ts';
export { retirePartFile } from './parts/files/commands/retire-file.ts';
export { getPartFile } from './parts/files/queries/get-file.ts';
export { type BadRowsOfFile, badRowsCsv } from './parts/import/bad-rows-csv.rules.ts';
export {
  accept,
  type NumberStyle,
  type Read as ReadCell,
  readBarcode,
  readCode,
  readPrice,
  readText,
  readWholeNumber,
  readWord,
  reject,
} from './parts/import/cell-values.rules.ts';
export { decodeCsv } from './parts/import/decode-csv.rules.ts';
export { exportPartsCsv, writePrice } from './parts/import/export-parts.rules.ts';
export {
  type Finding as ImportFinding,
  type FindingRule,
  shownValue,
} from './parts/import/findings.rules.ts';
export { unguardFormula } from './parts/import/formula-text.rules.ts';
export { reasonHeadings } from './parts/import/heading-words.ts';
export { foldHeading } from './parts/import/headings.rules.ts';
export { currencies, type ImportedPart, unitsOfMeasure } from './parts/import/imported-part.ts';
export { overStored, saysMore } from './parts/import/known-part.rules.ts';
export { knownParts } from './parts/import/known-parts.store.ts';
export { chunksOf, planAnew } from './parts/import/many-rows.store.ts';
export { postOpeningStock } from './parts/import/opening-stock.ts';
export {
  knownLots,
  lockOpenings,
  type Opening,
  postOpenings,
  type StoredOpening,
  storedOpenings,
} from './parts/import/opening-table.store.ts';
export {
  type BarcodeCells,
  lockPartsByNumber,
  type PartByNumber,
  partsByNumber,
  storedBarcodes,
  storedUnits,
  type UnitCells,
  writeBarcodes,
  writeUnits,
} from './parts/import/part-tables.store.ts';
export { currencyByWord, yesOrNoByWord } from './parts/import/read-part.rules.ts';
export { type PartsFile, readPartsFile } from './parts/import/read-parts-file.rules.ts';
export { readRows, type TableRow } from './parts/import/read-rows.rules.ts';
export {
  type RelationCells,
  type StoredRelation,
  storedRelations,
  writeRelations,
} from './parts/import/relation-table.store.ts';
export {
  type OfferCells,
  storedOffers,
  writeOffers,
} from './parts/import/supplier-table.store.ts';
export { csvBytes, writeCsv } from './parts/import/write-csv.rules.ts';
export { partConflicts, writeImportedParts } from './parts/import/write-parts.store.ts';
export { addPartModel } from './parts/models/commands/add-model.ts';
export { removePartModel } from './parts/models/commands/remove-model.ts';
export { listModels } from './parts/models/queries/list-models.ts';
export { partsForModel } from './parts/models/queries/parts-for-model.ts';
export { readStoredParts, type StoredPart } from './parts/queries/export-parts.ts';
export { getPart } from './parts/queries/get-part.ts';
export { listParts } from './parts/queries/list-parts.ts';
export { partAttachments } from './parts/queries/part-attachments.ts';
export { partHistory } from './parts/queries/part-history.ts';
export { addPartRelation } from './parts/relations/commands/add-relation.ts';
export { changePartRelation } from './parts/relations/commands/change-relation.ts';
export { removePartRelation } from './parts/relations/commands/remove-relation.ts';
export { getPartRelation } from './parts/relations/queries/get-relation.ts';
export { partRelations } from './parts/relations/queries/part-relations.ts';
export {
  type CoveringPart,
  coversFor,
  faultOf,
  type NamedPart,
  type Relation,
} from './parts/relations/relations.rules.ts';
export { coveringParts, lockRelations } from './parts/relations/store.ts';
export { getPartRow, type PartRow, requireOrderable } from './parts/store.ts';
export { removeSupplierPart } from './parts/suppliers/commands/remove-supplier.ts';
export { setSupplierPart } from './parts/suppliers/commands/set-supplier.ts';
export { partSuppliers } from './parts/suppliers/queries/part-suppliers.ts';
export {
  type PriceBreak,
  type SupplierPart,
  supplierPartsOf,
} from './parts/suppliers/store.ts';
export { refuseTakenCodes } from './parts/taken-codes.ts';
export { removePartUnit } from './parts/units/commands/remove-unit.ts';
export { setPartUnit } from './parts/units/commands/set-unit.ts';
export { quantityInBase } from './parts/units/quantity-in.ts';
export { ourCompany, place } from './places.ts';
export { receiveDefective } from './returns/commands/receive-defective.ts';
export { owedFlow } from './returns/owed.machine.ts';
export { ageBuckets, daysBetween, isOwed } from './returns/owed.rules.ts';
export { type OwedState, owedStates } from './returns/owed.vocabulary.ts';
export {
  countOwedReturns,
  listDefectiveReturns,
} from './returns/queries/list-defective-returns.ts';
export {
  cancelOwedReturn,
  lockReturn,
  lockReturns,
  mayMove,
  type OwedPart,
  oweDefectiveReturn,
  pileOfRemoval,
  type ReturnRow as OwedReturnRow,
  sendToOwed,
} from './returns/store.ts';
export { findByScan } from './scans/queries/find-by-scan.ts';
export { containing } from './search-pattern.ts';
export { locationsOfCustodian } from './sites/location.store.ts';
export {
  type LocationCells,
  locationCodesTaken,
  type NamedSite,
  type StoredLocation,
  sitesByCode,
  storedLocations,
  writeLocations,
} from './sites/location-table.store.ts';
export {
  createLocation,
  createSite,
  editLocation,
  editSite,
  generateBins,
  getLocation,
  getSiteDetail,
  listConditions,
  listLocations,
  listSites,
  previewBins,
  reopenLocation,
  reopenSite,
  retireLocation,
  retireSite,
  setCustodian,
} from './sites/operations.ts';
export {
  findLocationOfKind,
  getSite,
  getSiteLocation,
  type LocationRow,
  locationsByCode,
  type SiteRow,
  withinScopes,
} from './sites/store.ts';
export { type ExpectedSupply, expectSupply, supplyOf } from './supply/store.ts';
