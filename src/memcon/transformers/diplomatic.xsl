<?xml version="1.0" encoding="UTF-8"?>
<!--
  The printed text, given back: every text node of <text> in its order and its place, without what the edition adds.
  Elements only say where a line ends; none is unknown here. The result is the tree that layout.py sets, as in text.xsl.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:t="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="t">
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="t:text t:group t:front t:body t:back t:div t:floatingText t:sp t:list t:choice t:gap t:ellipsis t:table"/>

  <xsl:template match="/"><page><xsl:apply-templates select="/t:TEI/t:text"/></page></xsl:template>
  <!-- What the edition adds is left out, but an addition without words (pb) may still be a break. -->
  <xsl:template match="*">
    <xsl:if test="not(contains(concat(' ', normalize-space(@resp), ' '), ' #edition ')) or not(normalize-space())">
      <xsl:apply-templates select="." mode="print"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="t:corr | t:reg | t:expan" priority="1"/>

  <!-- Lines and paragraphs. -->
  <xsl:template match="*" mode="print"><xsl:apply-templates/></xsl:template>
  <xsl:template match="t:front | t:body | t:back | t:div | t:opener | t:closer | t:sp | t:p | t:ab | t:head | t:trailer | t:dateline
      | t:list | t:floatingText | t:div/t:note | t:body/t:note | t:front/t:note | t:back/t:note | t:sp/t:note | t:div/t:stage
      | t:body/t:stage | t:sp/t:stage | t:div/t:ellipsis | t:body/t:ellipsis | t:sp/t:ellipsis | t:sp/t:quote | t:div/t:quote
      | t:quote[t:p or t:list] | t:table | t:fw | t:div/t:gap | t:body/t:gap" mode="print">
    <block gap="1"><xsl:apply-templates/></block>
  </xsl:template>
  <xsl:template match="t:item | t:l | t:addrLine | t:salute | t:signed | t:byline | t:row" mode="print">
    <block><xsl:apply-templates/></block>
  </xsl:template>
  <!-- A label goes on in the line of what it labels. -->
  <xsl:template match="t:speaker | t:list/t:label | t:note/t:label | t:sp/t:stage[preceding-sibling::*[1]/self::t:speaker]"
      mode="print" priority="1">
    <block glue="yes"><xsl:apply-templates/></block>
  </xsl:template>
  <xsl:template match="t:cell" mode="print"><xsl:apply-templates/><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="t:lb | t:cb" mode="print"><br/></xsl:template>
  <xsl:template match="t:pb" mode="print">
    <xsl:choose>
      <xsl:when test="@resp and not(@break = 'no')"><xsl:text> </xsl:text></xsl:when>
      <xsl:when test="not(@resp)"><br/></xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
