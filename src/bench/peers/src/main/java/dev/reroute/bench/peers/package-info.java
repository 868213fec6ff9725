/**
 * What the comparison over HTTP sets beside Reroute in the same Boot and Tomcat: one
 * profile a peer. The rules of a peer are in the file that {@code peer.rules} names.
 */
package dev.reroute.bench.peers;
