<?xml version="1.0" encoding="UTF-8"?>
<!--
  What every output shares: keys, white space, the catch-all that reports an element without a template,
  and the words for dates, markings and redactions. It writes no mark-up, so html.xsl and text.xsl both import it.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:t="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="t">

  <!-- Look-up by identifier, and from a note to the marks that call it. -->
  <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>
  <xsl:key name="calls" match="t:ref[@type='noteMark']" use="substring-after(@target, '#')"/>
  <!-- What has a heading of its own: a key, since t:head in a predicate would scan all children of a long division. -->
  <xsl:key name="headings" match="t:head | t:speaker" use="generate-id(..)"/>

  <!-- White space between the children of these is layout of the file, not print. -->
  <xsl:strip-space elements="t:TEI t:text t:group t:front t:body t:back t:div t:floatingText t:sp t:list t:table t:row
      t:choice t:gap t:ellipsis t:listPerson t:person t:msDesc t:msIdentifier t:biblStruct t:monogr t:imprint"/>

  <!-- Parts of the document, looked up once. -->
  <xsl:variable name="header" select="/t:TEI/t:teiHeader"/>
  <xsl:variable name="text" select="/t:TEI/t:text"/>
  <xsl:variable name="titles" select="$header/t:fileDesc/t:titleStmt/t:title"/>

  <!-- == An element nobody knows: reported with its place (child positions from the root), its text kept. == -->
  <xsl:template match="*" priority="-8">
    <xsl:message>
      <xsl:text>memcon:unrenderable </xsl:text>
      <xsl:for-each select="ancestor-or-self::*">
        <xsl:value-of select="concat('/*[', count(preceding-sibling::*) + 1, ']')"/>
      </xsl:for-each>
    </xsl:message>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- == Titles ================================================================================= -->
  <xsl:template name="main-title">
    <xsl:choose>
      <xsl:when test="$titles[@type = 'main']"><xsl:value-of select="normalize-space($titles[@type = 'main'][1])"/></xsl:when>
      <xsl:when test="$titles[not(@type = 'subject')]">
        <xsl:value-of select="normalize-space($titles[not(@type = 'subject')][1])"/>
      </xsl:when>
      <xsl:when test="$titles"><xsl:value-of select="normalize-space($titles[1])"/></xsl:when>
      <xsl:otherwise>Memorandum of conversation</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The subjects that say more than the title does. -->
  <xsl:variable name="main-title"><xsl:call-template name="main-title"/></xsl:variable>
  <xsl:variable name="subjects" select="$titles[@type = 'subject'][normalize-space()][normalize-space() != $main-title]"/>

  <!-- Title and subject in one line. -->
  <xsl:template name="full-title">
    <xsl:value-of select="$main-title"/>
    <xsl:if test="$subjects"><xsl:value-of select="concat(': ', normalize-space($subjects[1]))"/></xsl:if>
  </xsl:template>

  <!-- == Dates and times ========================================================================= -->
  <!-- "1997-11-22T09:00:00-05:00" as "22 November 1997"; what is no ISO date is given back as it is. -->
  <xsl:template name="day">
    <xsl:param name="iso"/>
    <xsl:variable name="date" select="substring-before(concat($iso, 'T'), 'T')"/>
    <xsl:variable name="month" select="number(substring($date, 6, 2))"/>
    <xsl:choose>
      <xsl:when test="not(translate(substring($date, 1, 7), '0123456789', '##########') = '####-##')
          or not($month &gt;= 1 and $month &lt;= 12)">
        <xsl:value-of select="$date"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="string-length($date) = 10"><xsl:value-of select="concat(number(substring($date, 9, 2)), '&#160;')"/></xsl:if>
        <xsl:value-of select="normalize-space(substring(
            'January  February March    April    May      June     July     August   SeptemberOctober  November December ',
            ($month - 1) * 9 + 1, 9))"/>
        <xsl:value-of select="concat(' ', substring($date, 1, 4))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The time of day in an ISO date and time: "09:00". -->
  <xsl:template name="clock">
    <xsl:param name="iso"/>
    <xsl:value-of select="substring(substring-after($iso, 'T'), 1, 5)"/>
  </xsl:template>

  <!-- Its zone, where there is one: " (UTC-05:00)". -->
  <xsl:template name="zone">
    <xsl:param name="iso"/>
    <xsl:variable name="rest" select="substring(substring-after($iso, 'T'), 6)"/>
    <xsl:variable name="offset" select="translate($rest, ':.0123456789', '')"/>
    <xsl:choose>
      <xsl:when test="$offset = 'Z'"> (UTC)</xsl:when>
      <xsl:when test="$offset = '-'"><xsl:value-of select="concat(' (UTC&#8722;', substring-after($rest, '-'), ')')"/></xsl:when>
      <xsl:when test="$offset = '+'"><xsl:value-of select="concat(' (UTC+', substring-after($rest, '+'), ')')"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- == Vocabularies ============================================================================ -->
  <!-- The name of a category: what its catDesc says, else what can be read from the pointer itself. -->
  <xsl:template name="category">
    <xsl:param name="pointer"/>
    <xsl:variable name="name" select="substring-after(concat('#', $pointer), '##')"/>
    <xsl:variable name="id" select="concat($name, substring($pointer, 1 div not($name)))"/>
    <xsl:variable name="said" select="normalize-space(key('id', $id)/t:catDesc[1])"/>
    <xsl:variable name="tail" select="substring-after($id, '.')"/>
    <xsl:choose>
      <xsl:when test="string-length($said) &gt; 2"><xsl:value-of select="$said"/></xsl:when>
      <xsl:when test="starts-with($id, 'classification.') and $tail = 'U'">Unclassified</xsl:when>
      <xsl:when test="starts-with($id, 'classification.') and $tail = 'C'">Confidential</xsl:when>
      <xsl:when test="starts-with($id, 'classification.') and $tail = 'S'">Secret</xsl:when>
      <xsl:when test="starts-with($id, 'classification.') and $tail = 'TS'">Top Secret</xsl:when>
      <xsl:when test="starts-with($id, 'foia.b')"><xsl:value-of select="concat('FOIA (b)(', substring($tail, 2), ')')"/></xsl:when>
      <xsl:when test="$said"><xsl:value-of select="$said"/></xsl:when>
      <xsl:when test="$tail"><xsl:value-of select="translate($tail, '-_', '  ')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$id"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Several pointers, separated by commas. -->
  <xsl:template name="categories">
    <xsl:param name="pointers"/>
    <xsl:variable name="rest" select="normalize-space($pointers)"/>
    <xsl:if test="$rest">
      <xsl:call-template name="category">
        <xsl:with-param name="pointer" select="substring-before(concat($rest, ' '), ' ')"/>
      </xsl:call-template>
      <xsl:if test="contains($rest, ' ')">
        <xsl:text>, </xsl:text>
        <xsl:call-template name="categories"><xsl:with-param name="pointers" select="substring-after($rest, ' ')"/></xsl:call-template>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- == Redactions and markings in words ========================================================= -->
  <!-- A gap from its attributes: "6.5 lines redacted, FOIA (b)(1)". -->
  <xsl:template name="gap-words">
    <xsl:variable name="amount" select="concat(@quantity, substring(@atMost, 1 div not(@quantity)))"/>
    <xsl:if test="@atMost and not(@quantity)">at most </xsl:if>
    <xsl:if test="not(@atMost) and not(@quantity) and @atLeast">at least </xsl:if>
    <xsl:variable name="number" select="concat($amount, substring(@atLeast, 1 div not($amount)))"/>
    <xsl:if test="$number"><xsl:value-of select="concat($number, ' ')"/></xsl:if>
    <xsl:choose>
      <xsl:when test="@unit and $number and not(number($number) = 1)"><xsl:value-of select="concat(@unit, 's ')"/></xsl:when>
      <xsl:when test="@unit"><xsl:value-of select="concat(@unit, ' ')"/></xsl:when>
      <xsl:when test="$number">units </xsl:when>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="@reason"><xsl:value-of select="translate(@reason, '-_', '  ')"/></xsl:when>
      <xsl:otherwise>missing</xsl:otherwise>
    </xsl:choose>
    <xsl:if test="normalize-space(@ana)">
      <xsl:text>, </xsl:text>
      <xsl:call-template name="categories"><xsl:with-param name="pointers" select="@ana"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A portion mark: "declassified portion mark, Confidential". -->
  <xsl:template name="mark-words">
    <xsl:if test="t:del[@type = 'declassified']">declassified </xsl:if>
    <xsl:text>portion mark</xsl:text>
    <xsl:choose>
      <xsl:when test="normalize-space(@ana)">
        <xsl:text>, </xsl:text>
        <xsl:call-template name="categories"><xsl:with-param name="pointers" select="@ana"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="@cert = 'low'">, unreadable</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- == People ================================================================================== -->
  <!-- Who answers for something: "the edition", or the person a @resp names. -->
  <xsl:template name="responsible">
    <xsl:param name="pointer" select="@resp"/>
    <xsl:variable name="who" select="key('id', substring-after($pointer, '#'))"/>
    <xsl:choose>
      <xsl:when test="$pointer = '#edition' or not($pointer)">the edition</xsl:when>
      <xsl:when test="$pointer = '#source-edition'">the edition the transcript is from</xsl:when>
      <xsl:when test="$who/t:persName">
        <xsl:value-of select="concat('the ', normalize-space($who/t:resp[1]), ', ', normalize-space($who/t:persName[1]))"/>
      </xsl:when>
      <xsl:when test="$who"><xsl:value-of select="normalize-space($who)"/></xsl:when>
      <xsl:otherwise>the edition</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
