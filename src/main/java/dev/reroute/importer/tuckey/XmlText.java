package dev.reroute.importer.tuckey;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;

import dev.reroute.importer.ImportLog;
import dev.reroute.rule.Problem;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Reads XML and nothing but the text that it is given: no file and no address is ever
 * opened. A {@code DOCTYPE} may stand there and is not fetched; an entity that is
 * declared or used is a problem, and nothing behind it is read (security, section 10).
 */
final class XmlText extends DefaultHandler2 {

	private static final String FEATURES = "http://xml.org/sax/features/";

	/** A parameter of a 'run' is five deep; more would only be met in an attack. */
	private static final int MAX_DEPTH = 20;

	private final Deque<XmlElement> open = new ArrayDeque<>();

	private @Nullable XmlElement root;

	private @Nullable Locator locator;

	private XmlText() {
	}

	/**
	 * Read a document.
	 * @param text the text
	 * @param log told if it cannot be read
	 * @return the root element, or {@code null}
	 */
	static @Nullable XmlElement parse(String text, ImportLog log) {
		XmlText handler = new XmlText();
		try {
			SAXParser parser = parser();
			parser.setProperty("http://xml.org/sax/properties/lexical-handler", handler);
			parser.setProperty("http://xml.org/sax/properties/declaration-handler", handler);
			parser.parse(new InputSource(new StringReader(text)), handler);
			return handler.root;
		}
		catch (EntityException ex) {
			log.unreadable("xml-entity", ex.getLineNumber(), "no entities: they are never resolved",
					Problem.quoted(ex.name()));
		}
		catch (SAXParseException ex) {
			log.unreadable("bad-xml", ex.getLineNumber(), "XML", "something else (" + ex.getMessage() + ")");
		}
		catch (SAXException | IOException ex) {
			log.unreadable("bad-xml", handler.line(), "XML", "something else (" + ex.getMessage() + ")");
		}
		return null;
	}

	/** The JDK's own, whatever else is on the class path. */
	private static SAXParser parser() throws SAXException {
		try {
			SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature(FEATURES + "external-general-entities", false);
			factory.setFeature(FEATURES + "external-parameter-entities", false);
			factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
			SAXParser parser = factory.newSAXParser();
			parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
			parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
			return parser;
		}
		catch (ParserConfigurationException ex) {
			throw new IllegalStateException("The JDK's parser has these features", ex);
		}
	}

	@Override
	public void setDocumentLocator(Locator locator) {
		this.locator = locator;
	}

	private int line() {
		return (this.locator != null) ? this.locator.getLineNumber() : 0;
	}

	@Override
	public void internalEntityDecl(String name, String value) throws EntityException {
		throw new EntityException(name, this.locator);
	}

	@Override
	public void externalEntityDecl(String name, @Nullable String publicId, String systemId) throws EntityException {
		throw new EntityException(name, this.locator);
	}

	@Override
	public void unparsedEntityDecl(String name, @Nullable String publicId, String systemId, String notationName)
			throws EntityException {
		throw new EntityException(name, this.locator);
	}

	/** One that was not declared; {@code [dtd]} is the DOCTYPE itself. */
	@Override
	public void skippedEntity(String name) throws EntityException {
		if (!name.equals("[dtd]")) {
			throw new EntityException(name, this.locator);
		}
	}

	@Override
	public InputSource resolveEntity(@Nullable String name, @Nullable String publicId, @Nullable String baseUri,
			@Nullable String systemId) {
		return new InputSource(new StringReader(""));
	}

	@Override
	public void startElement(String uri, String localName, String name, Attributes attributes)
			throws SAXParseException {
		if (this.open.size() >= MAX_DEPTH) {
			throw new SAXParseException("elements that are nested too deep", this.locator);
		}
		Map<String, String> values = new LinkedHashMap<>();
		for (int i = 0; i < attributes.getLength(); i++) {
			values.put(attributes.getQName(i), attributes.getValue(i));
		}
		XmlElement element = new XmlElement(name, values, line());
		XmlElement parent = this.open.peek();
		if (parent != null) {
			parent.add(element);
		}
		else {
			this.root = element;
		}
		this.open.push(element);
	}

	@Override
	public void characters(char[] text, int start, int length) {
		XmlElement element = this.open.peek();
		if (element != null) {
			element.add(new String(text, start, length));
		}
	}

	@Override
	public void comment(char[] text, int start, int length) {
		interrupt();
	}

	@Override
	public void startCDATA() {
		interrupt();
	}

	private void interrupt() {
		XmlElement element = this.open.peek();
		if (element != null) {
			element.interrupt();
		}
	}

	@Override
	public void endElement(String uri, String localName, String name) {
		this.open.pop();
	}

	@Override
	public void fatalError(SAXParseException ex) throws SAXParseException {
		throw ex;
	}

	/** An entity was met. */
	static final class EntityException extends SAXParseException {

		private final String name;

		EntityException(String name, @Nullable Locator locator) {
			super(name, locator);
			this.name = name;
		}

		String name() {
			return this.name;
		}

	}

}
