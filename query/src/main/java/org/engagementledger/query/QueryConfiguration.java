package org.engagementledger.query;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The read side's wiring. Needs the event store. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class QueryConfiguration {}
