package dev.reroute.cli;

import picocli.CommandLine.IVersionProvider;

/**
 * The version that the build wrote into the jar.
 */
final class Version implements IVersionProvider {

	static String current() {
		String version = Version.class.getPackage().getImplementationVersion();
		return (version != null) ? version : "unpackaged";
	}

	@Override
	public String[] getVersion() {
		return new String[] { "reroute " + current(), "Java ${java.version} (${java.vendor})" };
	}

}
