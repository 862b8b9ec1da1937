/**
 * What one label says, before anybody knows how large it is: the step between the four kinds and the
 * two forms of layout.
 */

/**
 * A line of a label. An `exact` value (number, date, address) is shown in full or the label is
 * refused; a `name` may end in an ellipsis.
 */
export interface LabelField {
  readonly label: string;
  readonly lines: readonly string[];
  readonly role: 'exact' | 'name';
  readonly isStrong?: boolean;
  /** Two neighbouring half fields share a row. */
  readonly isHalf?: boolean;
}

export interface LabelSheet {
  /** The kind of label in one word or two. */
  readonly kind: string;
  readonly title: string;
  /** Exact text of the Code 128. */
  readonly code: string;
  /** URL of the QR. */
  readonly link: string;
  /**
   * Whether the QR alone will do when the code is too long for bars: true for parts and places,
   * which only our own scanners read; false where a carrier or a customer scans the bars.
   */
  readonly isLinkEnough: boolean;
  readonly fields: readonly LabelField[];
}
