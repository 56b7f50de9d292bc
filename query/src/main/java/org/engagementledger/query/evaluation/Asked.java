package org.engagementledger.query.evaluation;

import java.time.LocalDate;
import org.engagementledger.domain.casework.Actor;

/** What the questions for tables have in common. */
interface Asked {

    Actor reader();

    EvaluationFilter filter();

    LocalDate today();
}
