package org.engagementledger.api.invitation;

import java.util.List;

/** Texts by which somebody might try to write more of a letter than their own part. */
final class Hostile {

    static final List<String> TEXTS =
            List.of(
                    "Pat\r\nATTENDEE:mailto:intruder@example.org",
                    "Pat\nEND:VEVENT\nBEGIN:VEVENT\nUID:forged",
                    "Pat\rMETHOD:CANCEL",
                    "Pat\r\n\tfolded\r\n more",
                    "Pat\u2028UID:forged\u2029DTSTART:20200101T000000Z",
                    "Pat\u0085SUMMARY:forged\u000BX\u000CX\u001CX",
                    "Pat\\nDTSTART:20200101T000000Z\\, \\; \\\\n",
                    "Pat;X=\"quoted\":value,another^nline^'quote",
                    "\"Pat\" <intruder@example.org>, another@example.org",
                    "Pat\r\nBcc: intruder@example.org\r\n\r\nA body",
                    "=?utf-8?q?Pat=0D=0ABcc:_intruder@example.org?=",
                    "Pat\u202Egro.elpmaxe\u202C \u2066x\u2069 \uFEFF",
                    "Pat\u0000X \uD800 \uDC00 \uE000",
                    "Zażółć gęślą jaźń 𝔓𝔞𝔱 👩‍⚖️ 日本語".repeat(40),
                    "BEGIN:VCALENDAR ".repeat(1000),
                    "%0D%0ABcc:intruder@example.org",
                    "--boundary\r\nContent-Type: text/html\r\n\r\n<b>x</b>",
                    ".\r\nQUIT");

    private Hostile() {}
}
