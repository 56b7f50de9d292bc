package org.engagementledger.query.evaluation;

/** Of what a table of the evaluation has one row each. */
public enum RowPer {
    /** Each court; the key is its OU code. */
    COURT,
    /** Each ISO week in London; the key is as {@code 2020-W45}. */
    WEEK,
    /** Each entry stage; the key is its code. */
    STAGE,
    /** All together; the key is {@code TOTAL}. */
    TOTAL
}
