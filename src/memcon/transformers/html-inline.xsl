<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands in a line: markings, redactions, omissions, corrections, names, emphasis, breaks, page furniture. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:t="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="t">

  <!-- Words for those who hear the page; hidden from those who see the sign. -->
  <xsl:template name="spoken">
    <xsl:param name="words"/>
    <span class="vh"><xsl:call-template name="english"/><xsl:copy-of select="$words"/></span>
  </xsl:template>

  <!-- == Redactions and other gaps =============================================================== -->
  <xsl:template match="t:gap"><xsl:apply-templates select="." mode="in-line"/></xsl:template>

  <!-- The printed words are seen and heard; what the attributes say is heard before them, or takes their place. -->
  <xsl:template match="t:gap" mode="in-line">
    <span>
      <xsl:attribute name="class">
        <xsl:value-of select="normalize-space(concat('gap ', @reason))"/>
        <xsl:if test="@quantity and (@unit = 'line' or @unit = 'paragraph' or @unit = 'page')"> long</xsl:if>
      </xsl:attribute>
      <xsl:call-template name="id"/>
      <xsl:if test="@reason = 'redacted'"><span class="bar" aria-hidden="true"></span></xsl:if>
      <xsl:choose>
        <xsl:when test="normalize-space()">
          <xsl:call-template name="spoken">
            <xsl:with-param name="words"><xsl:call-template name="gap-words"/><xsl:text>: </xsl:text></xsl:with-param>
          </xsl:call-template>
          <xsl:apply-templates/>
        </xsl:when>
        <xsl:otherwise>
          <span class="added"><xsl:call-template name="english"/>[<xsl:call-template name="gap-words"/>]</span>
        </xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>
  <xsl:template match="t:desc"><span class="desc"><xsl:call-template name="id"/><xsl:apply-templates/></span></xsl:template>

  <!-- == Omissions and portion marks ============================================================= -->
  <xsl:template match="t:metamark | t:ellipsis"><xsl:apply-templates select="." mode="in-line"/></xsl:template>
  <xsl:template match="t:ellipsis" mode="in-line"><xsl:apply-templates select="node()" mode="in-ellipsis"/></xsl:template>
  <xsl:template match="t:metamark" mode="in-ellipsis"><xsl:apply-templates select="." mode="in-line"/></xsl:template>
  <xsl:template match="node()" mode="in-ellipsis" priority="-1"><xsl:apply-templates select="."/></xsl:template>

  <xsl:template match="t:metamark" mode="in-line">
    <span class="metamark"><xsl:call-template name="id"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="t:metamark[@function = 'omission']" mode="in-line">
    <span class="omission" title="omitted in the source">
      <xsl:call-template name="id"/>
      <xsl:call-template name="spoken"><xsl:with-param name="words">omission: </xsl:with-param></xsl:call-template>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="t:metamark[@function = 'portionMark']" mode="in-line">
    <xsl:variable name="words"><xsl:call-template name="mark-words"/></xsl:variable>
    <span title="{$words}">
      <xsl:attribute name="class">mark<xsl:if test="@cert = 'low'"> unreadable</xsl:if></xsl:attribute>
      <xsl:call-template name="id"/>
      <xsl:call-template name="spoken"><xsl:with-param name="words" select="concat($words, ': ')"/></xsl:call-template>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- Struck out; outside a portion mark, which has a name already, it is said. -->
  <xsl:template match="t:del">
    <s>
      <xsl:call-template name="class"/>
      <xsl:if test="not(parent::t:metamark)">
        <xsl:call-template name="spoken"><xsl:with-param name="words">struck out: </xsl:with-param></xsl:call-template>
      </xsl:if>
      <xsl:apply-templates/>
    </s>
  </xsl:template>

  <!-- == Supplied, sic, corrected ================================================================ -->
  <xsl:template match="t:supplied">
    <xsl:variable name="by"><xsl:call-template name="responsible"/></xsl:variable>
    <span title="supplied by {$by}"><xsl:call-template name="class"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="t:choice"><span class="choice"><xsl:call-template name="id"/><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="t:sic"><span class="sic"><xsl:call-template name="id"/><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="t:orig | t:abbr | t:unclear | t:add | t:subst | t:seg | t:s | t:w | t:c | t:num | t:measure | t:rs
      | t:stamp | t:surname | t:forename | t:roleName | t:addName | t:genName | t:nameLink | t:idno | t:lang | t:mentioned
      | t:soCalled | t:gloss | t:distinct | t:said | t:q | t:quote | t:bibl | t:biblScope | t:publisher | t:pubPlace | t:author | t:editor
      | t:locale | t:settlement | t:country | t:region | t:geogName | t:email | t:figDesc | t:label | t:affiliation | t:objectName | t:eventName">
    <span><xsl:call-template name="class"/><xsl:apply-templates/></span>
  </xsl:template>

  <!-- What the edition puts beside the printed form. -->
  <xsl:template match="t:corr | t:reg | t:expan">
    <xsl:if test="parent::t:choice"><xsl:text> </xsl:text></xsl:if>
    <ins class="{local-name()}">
      <xsl:call-template name="id"/>
      <xsl:call-template name="spoken"><xsl:with-param name="words">corrected by the edition: </xsl:with-param></xsl:call-template>
      <xsl:text>[</xsl:text><xsl:apply-templates/><xsl:text>]</xsl:text>
    </ins>
  </xsl:template>

  <!-- == Stage directions and notes in a line ==================================================== -->
  <xsl:template match="t:stage"><span><xsl:call-template name="class"/><xsl:apply-templates/></span></xsl:template>

  <xsl:template match="t:note">
    <xsl:element name="{substring('div', 1 div boolean(t:p or t:list))}{substring('span', 1 div not(t:p or t:list))}">
      <xsl:call-template name="class"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- The mark that calls a note. The first call of a note is where its way back leads. -->
  <xsl:template match="t:ref[@type = 'noteMark']">
    <xsl:variable name="id" select="substring-after(@target, '#')"/>
    <xsl:variable name="note" select="key('id', $id)[self::t:note]"/>
    <sup class="call">
      <xsl:choose>
        <xsl:when test="$note and not(contains($id, ':')) and not(ancestor::t:ref)">
          <a href="#{$id}" role="doc-noteref">
            <xsl:if test="generate-id() = generate-id(key('calls', $id)[1])">
              <xsl:attribute name="id"><xsl:value-of select="concat('call:', $id)"/></xsl:attribute>
            </xsl:if>
            <xsl:call-template name="spoken"><xsl:with-param name="words">note </xsl:with-param></xsl:call-template>
            <xsl:apply-templates/>
          </a>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </sup>
  </xsl:template>

  <!-- == Names and references ==================================================================== -->
  <xsl:template match="t:persName | t:placeName | t:orgName | t:name | t:term | t:title">
    <xsl:variable name="pointer" select="substring-before(concat(normalize-space(@ref), ' '), ' ')"/>
    <xsl:variable name="local" select="key('id', substring-after($pointer, '#'))[self::t:person or ancestor::t:text]"/>
    <xsl:call-template name="maybe-link">
      <!-- A name points to its entry on this page or to the web; an authority file has no page. -->
      <xsl:with-param name="url">
        <xsl:if test="(starts-with($pointer, '#') and $local) or starts-with($pointer, 'http')"><xsl:value-of select="$pointer"/></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="t:ref">
    <xsl:call-template name="maybe-link">
      <xsl:with-param name="url" select="substring-before(concat(normalize-space(@target), ' '), ' ')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="t:ptr">
    <xsl:call-template name="link">
      <xsl:with-param name="url" select="string(@target)"/>
      <xsl:with-param name="content" select="string(@target)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The element as a link where its address is safe and no link surrounds it, else as a span. -->
  <xsl:template name="maybe-link">
    <xsl:param name="url"/>
    <xsl:variable name="safe"><xsl:call-template name="safe-url"><xsl:with-param name="url" select="string($url)"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="string($safe) and not(ancestor::*[@ref or self::t:ref])">
        <a href="{$safe}"><xsl:call-template name="class"/><xsl:apply-templates/></a>
      </xsl:when>
      <xsl:otherwise><span><xsl:call-template name="class"/><xsl:apply-templates/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="link">
    <xsl:param name="url"/>
    <xsl:param name="content"/>
    <xsl:variable name="safe"><xsl:call-template name="safe-url"><xsl:with-param name="url" select="$url"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="string($safe)"><a href="{$safe}"><xsl:copy-of select="$content"/></a></xsl:when>
      <xsl:otherwise><xsl:copy-of select="$content"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- http(s), a fragment, or a relative path: without scheme, host or backslash. Anything else is no link. -->
  <xsl:template name="safe-url">
    <xsl:param name="url"/>
    <xsl:variable name="scheme" select="translate(substring-before($url, '//'), 'HTPS', 'htps')"/>
    <xsl:if test="$url and not(contains($url, '\')) and translate($url, ' &quot;&lt;&gt;&#9;&#10;&#13;', '') = $url
        and ($scheme = 'http:' or $scheme = 'https:' or (not(contains($url, ':')) and not(starts-with($url, '//'))))">
      <xsl:value-of select="$url"/>
    </xsl:if>
  </xsl:template>

  <!-- == Dates =================================================================================== -->
  <xsl:template match="t:date | t:time">
    <xsl:variable name="shape" select="translate(@when, '0123456789', '##########')"/>
    <xsl:choose>
      <xsl:when test="$shape = '####-##-##' or $shape = '####-##' or $shape = '##:##' or $shape = '##:##:##'">
        <time datetime="{@when}"><xsl:call-template name="class"/><xsl:apply-templates/></time>
      </xsl:when>
      <xsl:otherwise><span><xsl:call-template name="class"/><xsl:apply-templates/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- == Emphasis ================================================================================ -->
  <xsl:template match="t:hi"><span><xsl:call-template name="class"/><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="t:hi[contains(@rend, 'italic')]"><i><xsl:call-template name="id"/><xsl:apply-templates/></i></xsl:template>
  <xsl:template match="t:hi[contains(@rend, 'bold')]"><b><xsl:call-template name="id"/><xsl:apply-templates/></b></xsl:template>
  <xsl:template match="t:hi[contains(@rend, 'bold') and contains(@rend, 'italic')]" priority="1">
    <b><xsl:call-template name="id"/><i><xsl:apply-templates/></i></b>
  </xsl:template>
  <xsl:template match="t:hi[contains(@rend, 'underline')]"><u><xsl:call-template name="id"/><xsl:apply-templates/></u></xsl:template>
  <xsl:template match="t:hi[contains(@rend, 'strike')]"><s><xsl:call-template name="id"/><xsl:apply-templates/></s></xsl:template>
  <xsl:template match="t:hi[contains(@rend, 'sup')]"><sup><xsl:call-template name="id"/><xsl:apply-templates/></sup></xsl:template>
  <xsl:template match="t:hi[contains(@rend, 'sub')]"><sub><xsl:call-template name="id"/><xsl:apply-templates/></sub></xsl:template>
  <xsl:template match="t:emph"><em><xsl:call-template name="id"/><xsl:apply-templates/></em></xsl:template>
  <xsl:template match="t:foreign"><i class="foreign"><xsl:call-template name="id"/><xsl:apply-templates/></i></xsl:template>

  <!-- == Breaks ================================================================================== -->
  <xsl:template match="t:lb"><br/></xsl:template>
  <!-- A hyphen at the end of a printed line: kept in the page, not shown; the word is joined. -->
  <xsl:template match="t:lb[@break = 'no']"/>
  <xsl:template match="t:pc"><xsl:apply-templates/></xsl:template>
  <xsl:template match="t:pc[@force = 'weak']"><span class="line-hyphen"><xsl:apply-templates/></span></xsl:template>

  <xsl:template match="t:pb">
    <span class="pb" role="doc-pagebreak">
      <xsl:call-template name="id"/>
      <xsl:attribute name="aria-label">
        <xsl:choose>
          <xsl:when test="normalize-space(@n)"><xsl:value-of select="concat('page ', normalize-space(@n))"/></xsl:when>
          <xsl:when test="contains(concat(' ', @resp, ' '), ' #edition ')">page break, inferred by the edition</xsl:when>
          <xsl:otherwise>page break</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <!-- Where the number is printed beside the break, it is not shown twice. -->
      <xsl:if test="normalize-space(@n) and not(following-sibling::*[1]/self::t:fw[@type = 'pageNum'])"><xsl:attribute name="data-n"><xsl:value-of select="normalize-space(@n)"/></xsl:attribute></xsl:if>
    </span>
  </xsl:template>

  <xsl:template match="t:milestone | t:anchor | t:cb | t:space">
    <xsl:if test="@xml:id"><span><xsl:call-template name="class"/></span></xsl:if>
  </xsl:template>

  <!-- Certainty is shown where it applies (speaker-added); its own words, if any, are the edition's. -->
  <xsl:template match="t:certainty"><xsl:apply-templates/></xsl:template>

  <!-- == Page furniture: beside the text on a wide screen, receded on a narrow one ================ -->
  <xsl:template match="t:fw">
    <span><xsl:call-template name="class"/><xsl:apply-templates/></span>
  </xsl:template>
  <xsl:template match="t:div/t:fw | t:body/t:fw | t:sp/t:fw | t:front/t:fw | t:back/t:fw | t:text/t:fw">
    <div><xsl:call-template name="class"/><xsl:apply-templates/></div>
  </xsl:template>
</xsl:stylesheet>
