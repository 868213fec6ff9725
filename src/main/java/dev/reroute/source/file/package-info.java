/**
 * Rules in files: YAML, JSON, CSV and the formats of others, on the class path and in the
 * file system, watched for changes. Parsing is a library's; what is ours is that every
 * value keeps its line.
 */
@NullMarked
package dev.reroute.source.file;

import org.jspecify.annotations.NullMarked;
