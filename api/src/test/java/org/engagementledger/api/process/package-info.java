/** The whole service as processes: several at once, killed, and looked at from outside. */
package org.engagementledger.api.process;
