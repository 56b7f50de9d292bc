package org.engagementledger.api.demo.pilot;

/** Is told how far the play has come. */
interface Progress {

    /**
     * @param cases how many steps there will be
     */
    void begin(int cases);

    /** One more case has come to its end. */
    void step();
}
