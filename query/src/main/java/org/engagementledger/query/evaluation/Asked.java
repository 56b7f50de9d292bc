package org.engagementledger.query.evaluation;

import java.time.LocalDate;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.ledger.access.Terms;

/** What the questions for tables have in common. */
interface Asked {

    Actor reader();

    EvaluationFilter filter();

    RowPer per();

    LocalDate today();

    /** The tables, as the access log calls them. */
    enum Table {
        SUMMARY,
        ISSUES,
        OUTCOMES,
        SPARED
    }

    /** In which terms it is asked, for the access log. */
    default Terms terms(Table table) {
        return filter().terms(Terms.NONE.and("table", table).and("per", per()));
    }
}
