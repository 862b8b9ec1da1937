/** The addresses of the part master and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import {
  sendBarcode,
  sendBarcodeRemoval,
  sendUnit,
  sendUnitRemoval,
  showCodes,
} from './codes-and-units.tsx';
import { sendField, sendFieldChange, showField, showFields } from './custom-fields.tsx';
import { sendEditPart, showEditPart } from './edit-part.tsx';
import { sendFile, sendFileRemoval, sendPartFile, showFiles } from './files.tsx';
import { showHistory } from './history.tsx';
import { sendModel, sendModelRemoval, sendValues, showMore } from './models-and-fields.tsx';
import { showModels } from './models-page.tsx';
import { sendNewPart, showNewPart } from './new-part.tsx';
import { showParts } from './part-list.tsx';
import { sendBringBack, sendRetire, showPart } from './part-page.tsx';
import { showSubstitutes } from './substitutes.tsx';
import { sendSupplier, sendSupplierRemoval, showSuppliers } from './suppliers.tsx';
import {
  sendRelation,
  sendRelationChange,
  sendRelationRemoval,
  showRelation,
} from './take-relation.tsx';

/** Largest form that brings a file: a little more than the largest file, so that its size is told. */
const uploadMax = 7 * 1024 * 1024;

function tabs(pages: PageRoutes): void {
  const part = '/parts/:partId';
  pages.get(`${part}/substitutes`, 'parts.view', showSubstitutes);
  pages.post(`${part}/substitutes`, 'parts.edit', sendRelation);
  pages.get('/part-relations/:relationId', 'parts.edit', showRelation);
  pages.post('/part-relations/:relationId', 'parts.edit', sendRelationChange);
  pages.post('/part-relations/:relationId/remove', 'parts.edit', sendRelationRemoval);
  pages.get(`${part}/suppliers`, 'purchasing.view', showSuppliers);
  pages.post(`${part}/suppliers`, 'parts.edit', sendSupplier);
  pages.post(`${part}/suppliers/remove`, 'parts.edit', sendSupplierRemoval);
  pages.get(`${part}/codes`, 'parts.view', showCodes);
  pages.post(`${part}/codes/barcodes`, 'parts.edit', sendBarcode);
  pages.post(`${part}/codes/barcodes/remove`, 'parts.edit', sendBarcodeRemoval);
  pages.post(`${part}/codes/units`, 'parts.edit', sendUnit);
  pages.post(`${part}/codes/units/remove`, 'parts.edit', sendUnitRemoval);
  pages.get(`${part}/files`, 'parts.view', showFiles);
  pages.postLarge(`${part}/files`, 'parts.edit', uploadMax, sendFile);
  pages.get(`${part}/files/:fileId`, 'parts.view', sendPartFile);
  pages.post(`${part}/files/:fileId/remove`, 'parts.edit', sendFileRemoval);
  pages.get(`${part}/more`, 'parts.view', showMore);
  pages.post(`${part}/more/models`, 'parts.edit', sendModel);
  pages.post(`${part}/more/models/:modelId/remove`, 'parts.edit', sendModelRemoval);
  pages.post(`${part}/more/fields`, 'parts.edit', sendValues);
  pages.get(`${part}/history`, 'parts.view', showHistory);
}

/** Adds the part pages; to be added after every page below `/parts/` with a name of its own. */
export function partPages(pages: PageRoutes): void {
  pages.get('/parts', 'parts.view', showParts);
  pages.get('/parts/new', 'parts.edit', showNewPart);
  pages.post('/parts/new', 'parts.edit', sendNewPart);
  pages.get('/parts/models', 'parts.view', showModels);
  pages.get('/parts/fields', 'parts.set-up', showFields);
  pages.post('/parts/fields', 'parts.set-up', sendField);
  pages.get('/parts/fields/:code', 'parts.set-up', showField);
  pages.post('/parts/fields/:code', 'parts.set-up', sendFieldChange);
  pages.get('/parts/:partId', 'parts.view', showPart);
  pages.get('/parts/:partId/edit', 'parts.edit', showEditPart);
  pages.post('/parts/:partId/edit', 'parts.edit', sendEditPart);
  pages.post('/parts/:partId/retire', 'parts.edit', sendRetire);
  pages.post('/parts/:partId/bring-back', 'parts.edit', sendBringBack);
  tabs(pages);
}
