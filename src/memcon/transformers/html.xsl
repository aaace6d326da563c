<?xml version="1.0" encoding="UTF-8"?>
<!--
  TEI memorandum to one HTML page. To change how an element looks, write a style sheet of your own with
      <xsl:import href="memcon:html.xsl"/>
  and a template for that element; everything not overridden stays as it is here.

  html.xsl         the page: head, facts, signs, notes, citation
  html-blocks.xsl  turns, paragraphs, headings, lists
  html-inline.xsl  what stands in a line: markings, redactions, names
  facts.xsl        the header's facts (with facts-source.xsl)
  common.xsl       keys, words, the catch-all

  Identifiers made here contain a colon, which an xml:id cannot: the two never collide.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:t="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="t">
  <xsl:import href="common.xsl"/>
  <xsl:import href="facts.xsl"/>
  <xsl:include href="html-blocks.xsl"/>
  <xsl:include href="html-inline.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <!-- The linked style sheet, or the text of one in its place; the TEI file the page was made from (none: no link). -->
  <xsl:param name="css-href">memcon.css</xsl:param>
  <xsl:param name="css"/>
  <xsl:param name="tei-href"/>

  <xsl:variable name="lang" select="string(/t:TEI/@xml:lang | /t:TEI[not(@xml:lang)]/t:text/@xml:lang)"/>
  <!-- The notes that a mark in the text calls: they are brought together at the end. -->
  <xsl:variable name="called" select="$text//t:note[@xml:id][key('calls', @xml:id)]"/>

  <!-- == The page ================================================================================ -->
  <xsl:template match="/">
    <html lang="en">
      <xsl:if test="$lang"><xsl:attribute name="lang"><xsl:value-of select="$lang"/></xsl:attribute></xsl:if>
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:call-template name="full-title"/></title>
        <xsl:call-template name="metadata"/>
        <xsl:if test="$tei-href">
          <link rel="alternate" type="application/tei+xml" title="TEI" href="{$tei-href}"/>
        </xsl:if>
        <xsl:choose>
          <xsl:when test="$css"><style><xsl:value-of select="$css"/></style></xsl:when>
          <xsl:otherwise><link rel="stylesheet" href="{$css-href}"/></xsl:otherwise>
        </xsl:choose>
      </head>
      <body>
        <a class="skip" href="#page:text"><xsl:call-template name="english"/>Skip to the text</a>
        <xsl:call-template name="before-page"/>
        <main>
          <article>
            <xsl:call-template name="page-head"/>
            <xsl:call-template name="page-text"/>
            <xsl:call-template name="page-notes"/>
            <xsl:call-template name="page-foot"/>
          </article>
        </main>
        <xsl:call-template name="after-page"/>
      </body>
    </html>
  </xsl:template>

  <!-- Empty places for an edition's own banner and footer. -->
  <xsl:template name="before-page"/>
  <xsl:template name="after-page"/>

  <!-- The words of the page itself are English, whatever the text is. -->
  <xsl:template name="english">
    <xsl:if test="$lang and not(starts-with($lang, 'en'))"><xsl:attribute name="lang">en</xsl:attribute></xsl:if>
  </xsl:template>

  <!-- == Metadata in the head ==================================================================== -->
  <xsl:template name="metadata">
    <xsl:variable name="date" select="string($setting[1]/t:date[1]/@when | $setting[1]/t:date[1]/@from)"/>
    <link rel="schema.DC" href="http://purl.org/dc/elements/1.1/"/>
    <xsl:call-template name="meta"><xsl:with-param name="names">DC.title citation_title</xsl:with-param><xsl:with-param name="value">
      <xsl:call-template name="full-title"/></xsl:with-param></xsl:call-template>
    <xsl:call-template name="meta"><xsl:with-param name="names">DC.date citation_date</xsl:with-param>
      <xsl:with-param name="value" select="substring($date, 1, 10)"/></xsl:call-template>
    <xsl:call-template name="meta"><xsl:with-param name="names">citation_publication_date</xsl:with-param>
      <xsl:with-param name="value" select="$publication/t:date/@when"/></xsl:call-template>
    <xsl:call-template name="meta"><xsl:with-param name="names">DC.identifier</xsl:with-param>
      <xsl:with-param name="value" select="$publication/t:idno"/></xsl:call-template>
    <xsl:call-template name="meta"><xsl:with-param name="names">DC.language citation_language</xsl:with-param>
      <xsl:with-param name="value" select="$lang"/></xsl:call-template>
    <xsl:call-template name="meta"><xsl:with-param name="names">DC.publisher citation_publisher</xsl:with-param>
      <xsl:with-param name="value" select="$publication/t:publisher"/></xsl:call-template>
    <xsl:for-each select="$publication/t:availability/*">
      <xsl:call-template name="meta"><xsl:with-param name="names">DC.rights</xsl:with-param>
        <xsl:with-param name="value"><xsl:value-of select="."/>
          <xsl:if test="@target"><xsl:value-of select="concat(' ', @target)"/></xsl:if></xsl:with-param></xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$header/t:fileDesc/t:titleStmt/t:respStmt/t:persName">
      <xsl:call-template name="meta"><xsl:with-param name="names">DC.contributor</xsl:with-param>
        <xsl:with-param name="value" select="."/></xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$manuscript">
      <xsl:call-template name="meta"><xsl:with-param name="names">DC.source</xsl:with-param>
        <xsl:with-param name="value"><xsl:call-template name="shelfmark"/></xsl:with-param></xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$header/t:profileDesc/t:textClass/t:keywords/t:term">
      <xsl:call-template name="meta"><xsl:with-param name="names">DC.subject citation_keywords</xsl:with-param>
        <xsl:with-param name="value" select="."/></xsl:call-template>
    </xsl:for-each>
    <meta name="DC.type" content="Text"/>
    <xsl:call-template name="meta"><xsl:with-param name="names">generator</xsl:with-param>
      <xsl:with-param name="value"><xsl:for-each select="$header/t:encodingDesc/t:appInfo/t:application[1]">
        <xsl:value-of select="concat(@ident, ' ', @version)"/></xsl:for-each></xsl:with-param></xsl:call-template>
  </xsl:template>

  <!-- One value under several names, nothing where there is no value. -->
  <xsl:template name="meta">
    <xsl:param name="names"/>
    <xsl:param name="value"/>
    <xsl:if test="normalize-space($value) and $names">
      <meta name="{substring-before(concat($names, ' '), ' ')}" content="{normalize-space($value)}"/>
      <xsl:call-template name="meta">
        <xsl:with-param name="names" select="substring-after($names, ' ')"/>
        <xsl:with-param name="value" select="$value"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- == Title and facts ========================================================================= -->
  <xsl:template name="page-head">
    <header class="page-head">
      <h1>
        <xsl:value-of select="$main-title"/>
        <xsl:if test="$subjects">
          <span class="vh">: </span>
          <span class="subject"><xsl:value-of select="normalize-space($subjects[1])"/></span>
        </xsl:if>
      </h1>
      <section class="facts" aria-labelledby="page:facts">
        <xsl:call-template name="english"/>
        <h2 id="page:facts">About this memorandum</h2>
        <dl><xsl:call-template name="facts"/></dl>
        <xsl:call-template name="page-nav"/>
      </section>
    </header>
  </xsl:template>

  <xsl:template name="fact">
    <xsl:param name="name"/>
    <xsl:param name="value"/>
    <dt><xsl:copy-of select="$name"/></dt>
    <dd><xsl:copy-of select="$value"/></dd>
  </xsl:template>

  <!-- People are a list, and each can be pointed to. -->
  <xsl:template name="person-list">
    <xsl:param name="persons"/>
    <ul>
      <xsl:for-each select="$persons">
        <li><xsl:call-template name="id"/><xsl:call-template name="person"/></li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template name="page-nav">
    <nav aria-label="On this page">
      <ul>
        <li><a href="#page:text">Text</a></li>
        <xsl:if test="$called"><li><a href="#page:notes">Notes</a></li></xsl:if>
        <xsl:if test="string($signs)"><li><a href="#page:signs">Signs</a></li></xsl:if>
        <li><a href="#page:cite">How to cite</a></li>
        <xsl:if test="$tei-href"><li><a href="{$tei-href}">TEI</a></li></xsl:if>
      </ul>
    </nav>
  </xsl:template>

  <!-- == The text ================================================================================ -->
  <xsl:template name="page-text">
    <section class="text" aria-labelledby="page:text">
      <h2 class="vh" id="page:text" tabindex="-1"><xsl:call-template name="english"/>Text</h2>
      <xsl:apply-templates select="$text"/>
    </section>
  </xsl:template>

  <!-- == Notes brought together ================================================================== -->
  <xsl:template name="page-notes">
    <xsl:if test="$called">
      <section class="notes" aria-labelledby="page:notes">
        <h2 id="page:notes"><xsl:call-template name="english"/>Notes</h2>
        <ol><xsl:apply-templates select="$called" mode="note"/></ol>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="t:note" mode="note">
    <li>
      <xsl:call-template name="id"/>
      <xsl:apply-templates select="t:label[1]"/>
      <xsl:if test="not(t:label) and @n"><span class="label"><xsl:value-of select="@n"/></span></xsl:if>
      <div class="note-text">
        <xsl:apply-templates select="node()[not(self::t:label[not(preceding-sibling::t:label)])]"/>
        <xsl:text> </xsl:text>
        <a class="return" href="#call:{@xml:id}" role="doc-backlink" aria-label="Back to the text from note {normalize-space(concat(@n, substring(@xml:id, 1 div not(@n))))}">&#8617;&#65038;</a>
      </div>
    </li>
  </xsl:template>

  <!-- == Signs, citation, TEI ==================================================================== -->
  <xsl:template name="page-foot">
    <footer class="page-foot">
      <xsl:call-template name="english"/>
      <xsl:if test="string($signs)">
        <section aria-labelledby="page:signs">
          <h2 id="page:signs">Signs</h2>
          <dl class="signs"><xsl:copy-of select="$signs"/></dl>
        </section>
      </xsl:if>
      <section aria-labelledby="page:cite">
        <h2 id="page:cite">How to cite</h2>
        <p><xsl:call-template name="citation"/></p>
        <xsl:if test="$text//t:sp[@xml:id]">
          <p>Each turn has an address of its own: follow the ¶ beside its speaker.</p>
        </xsl:if>
        <xsl:if test="$tei-href">
          <p>This page is made from a <a href="{$tei-href}" type="application/tei+xml">TEI file</a>, which is the edition.</p>
        </xsl:if>
      </section>
    </footer>
  </xsl:template>

  <xsl:variable name="signs"><xsl:call-template name="signs"/></xsl:variable>

  <!-- Only the kinds of sign that the text has. -->
  <xsl:template name="signs">
    <xsl:variable name="gaps" select="$text//t:gap"/>
    <xsl:variable name="marks" select="$text//t:metamark"/>
    <xsl:variable name="dels" select="$text//t:del"/>
    <xsl:if test="$gaps[@reason = 'redacted']">
      <xsl:call-template name="sign">
        <xsl:with-param name="sample"><span class="gap redacted"><span class="bar"></span>[1 line not declassified]</span></xsl:with-param>
        <xsl:with-param name="meaning">withheld when the document was released; the words are printed in its place</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$gaps[not(@reason = 'redacted')]">
      <xsl:call-template name="sign">
        <xsl:with-param name="sample"><span class="gap">[unclear]</span></xsl:with-param>
        <xsl:with-param name="meaning">words that were not heard, or cannot be read</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$marks[@function = 'portionMark'][not(t:del)]">
      <xsl:call-template name="sign">
        <xsl:with-param name="sample"><span class="mark">(C)</span></xsl:with-param>
        <xsl:with-param name="meaning">portion mark: the classification of the paragraph it ends</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$dels[@type = 'declassified'] or $text//t:fw[@type = 'classification']/t:del">
      <xsl:call-template name="sign">
        <xsl:with-param name="sample"><span class="mark"><s>(C)</s></span></xsl:with-param>
        <xsl:with-param name="meaning">a marking struck out when the document was declassified</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$marks[@function = 'portionMark'][@cert = 'low']">
      <xsl:call-template name="sign">
        <xsl:with-param name="sample"><span class="mark unreadable">let</span></xsl:with-param>
        <xsl:with-param name="meaning">a mark that cannot be read, given as the transcript has it</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$marks[@function = 'omission']">
      <xsl:call-template name="sign">
        <xsl:with-param name="sample"><span class="omission">[...]</span></xsl:with-param>
        <xsl:with-param name="meaning">omitted in the source</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$text//t:supplied">
      <xsl:call-template name="sign">
        <xsl:with-param name="sample"><span class="supplied">[word]</span></xsl:with-param>
        <xsl:with-param name="meaning">supplied by a translator or an editor</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$text//t:choice[t:corr]">
      <xsl:call-template name="sign">
        <xsl:with-param name="sample"><span class="sic">wrod</span><xsl:text> </xsl:text><span class="corr">[word]</span></xsl:with-param>
        <xsl:with-param name="meaning">a misprint, kept; beside it the correction of this edition</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$text//t:sic[not(parent::t:choice)]">
      <xsl:call-template name="sign">
        <xsl:with-param name="sample"><span class="sic">wrod</span></xsl:with-param>
        <xsl:with-param name="meaning">printed so in the source</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$text//t:stage or $text//t:note[@type = 'remark']">
      <xsl:call-template name="sign">
        <xsl:with-param name="sample"><span class="stage">(laughter)</span></xsl:with-param>
        <xsl:with-param name="meaning">not spoken: a remark of the note-taker or a translator</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$text//t:fw">
      <xsl:call-template name="sign">
        <xsl:with-param name="sample"><span class="fw">CONFIDENTIAL</span></xsl:with-param>
        <xsl:with-param name="meaning">printed on the page, not part of the conversation: stamps, running heads, page numbers</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$text//t:pb">
      <xsl:call-template name="sign">
        <xsl:with-param name="sample"><span class="pb" data-n="2"></span></xsl:with-param>
        <xsl:with-param name="meaning">a new page begins in the source (with its number, where one is printed)</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="more-signs"/>
  </xsl:template>

  <!-- An empty place for signs of your own. -->
  <xsl:template name="more-signs"/>

  <xsl:template name="sign">
    <xsl:param name="sample"/>
    <xsl:param name="meaning"/>
    <dt><xsl:copy-of select="$sample"/></dt>
    <dd><xsl:copy-of select="$meaning"/></dd>
  </xsl:template>
</xsl:stylesheet>
