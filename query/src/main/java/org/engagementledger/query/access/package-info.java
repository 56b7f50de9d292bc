/** The access log, read: by auditors, and by the firm whose case it was. */
@NullMarked
package org.engagementledger.query.access;

import org.jspecify.annotations.NullMarked;
