package dev.reroute.fidelity;

/**
 * A running server that has the configurations of all cases.
 */
interface RealServer extends AutoCloseable {

	/**
	 * Ask it.
	 * @param fidelityCase whose configuration
	 * @param request what
	 * @return the answer
	 */
	Answer ask(FidelityCase fidelityCase, RawRequest request);

	@Override
	void close();

}
