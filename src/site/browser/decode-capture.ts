/** The reader of captures, for the decode page. */
import { readCapture } from '../try/decode/capture.ts';
import './decode/load.ts';

globalThis.assayCapture = readCapture;
