<?xml version="1.0" encoding="UTF-8"?>
<!-- Where the document is kept, where it was printed before, and in which language: a part of facts.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:t="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="t">

  <!-- == Source ================================================================================== -->
  <xsl:template name="source-facts">
    <xsl:for-each select="$header/t:fileDesc/t:sourceDesc/t:msDesc">
      <xsl:if test="t:msIdentifier/*[not(self::t:msName)]">
        <xsl:call-template name="fact">
          <xsl:with-param name="name">Source</xsl:with-param>
          <xsl:with-param name="value"><xsl:call-template name="shelfmark"/></xsl:with-param>
        </xsl:call-template>
      </xsl:if>
    </xsl:for-each>
    <xsl:for-each select="$header/t:fileDesc/t:sourceDesc/t:biblStruct">
      <xsl:call-template name="fact">
        <xsl:with-param name="name">Earlier publication</xsl:with-param>
        <xsl:with-param name="value"><xsl:call-template name="publication"/></xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:variable name="original" select="$manuscript//t:textLang/@mainLang"/>
    <xsl:if test="$original and not($original = /t:TEI/@xml:lang)">
      <xsl:call-template name="fact">
        <xsl:with-param name="name">Original language</xsl:with-param>
        <xsl:with-param name="value">
          <xsl:call-template name="language"><xsl:with-param name="code" select="string($original[1])"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:variable name="translators" select="$header/t:fileDesc/t:titleStmt/t:respStmt[starts-with(@xml:id, 'translator') or contains(t:resp, 'ranslat')]"/>
    <xsl:if test="$translators">
      <xsl:call-template name="fact">
        <xsl:with-param name="name">Translated by</xsl:with-param>
        <xsl:with-param name="value">
          <xsl:call-template name="series"><xsl:with-param name="nodes" select="$translators/t:persName | $translators/t:orgName | $translators/t:name"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Repository, fonds and numbers of a msDesc in one line; a msName only repeats the title. -->
  <xsl:template name="shelfmark">
    <xsl:call-template name="series">
      <xsl:with-param name="nodes" select="t:msIdentifier/*[not(self::t:altIdentifier or self::t:msName)] | t:msIdentifier/t:altIdentifier/*"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Author, Title (Place: Publisher, date), vol. 1, pp. 2-3. -->
  <xsl:template name="publication">
    <xsl:variable name="imprint" select="t:monogr/t:imprint"/>
    <xsl:call-template name="series">
      <xsl:with-param name="nodes" select="(t:analytic | t:monogr)/t:author | (t:analytic | t:monogr)/t:title"/>
    </xsl:call-template>
    <xsl:variable name="year" select="$imprint/t:date"/>
    <xsl:if test="$imprint/t:pubPlace or $imprint/t:publisher or $year">
      <xsl:text> (</xsl:text>
      <xsl:value-of select="normalize-space($imprint/t:pubPlace)"/>
      <xsl:if test="$imprint/t:pubPlace and $imprint/t:publisher">: </xsl:if>
      <xsl:value-of select="normalize-space($imprint/t:publisher)"/>
      <xsl:if test="$year and ($imprint/t:pubPlace or $imprint/t:publisher)">, </xsl:if>
      <xsl:choose>
        <xsl:when test="$year/@when"><xsl:call-template name="day"><xsl:with-param name="iso" select="$year/@when"/></xsl:call-template></xsl:when>
        <xsl:otherwise><xsl:value-of select="normalize-space($year)"/></xsl:otherwise>
      </xsl:choose>
      <xsl:text>)</xsl:text>
    </xsl:if>
    <xsl:for-each select="t:monogr//t:biblScope">
      <xsl:choose>
        <xsl:when test="@unit = 'volume'">, vol. </xsl:when>
        <xsl:when test="@unit = 'page'">, pp. </xsl:when>
        <xsl:when test="@unit"><xsl:value-of select="concat(', ', @unit, ' ')"/></xsl:when>
        <xsl:otherwise>, </xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="normalize-space()"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The name of a language: the header's own, else one of those the genre is written in, else the code. -->
  <xsl:template name="language">
    <xsl:param name="code"/>
    <xsl:variable name="known" select="'ar=Arabic;cs=Czech;de=German;en=English;es=Spanish;fa=Persian;fr=French;he=Hebrew;hu=Hungarian;it=Italian;ja=Japanese;ko=Korean;pl=Polish;pt=Portuguese;ru=Russian;uk=Ukrainian;vi=Vietnamese;zh=Chinese;'"/>
    <xsl:variable name="declared" select="normalize-space($header/t:profileDesc/t:langUsage/t:language[@ident = $code])"/>
    <xsl:variable name="short" select="substring-before(concat($code, '-'), '-')"/>
    <xsl:choose>
      <xsl:when test="$declared"><xsl:value-of select="$declared"/></xsl:when>
      <xsl:when test="$short and contains($known, concat($short, '='))">
        <xsl:value-of select="substring-before(substring-after($known, concat($short, '=')), ';')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$code"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
