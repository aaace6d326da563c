<?xml version="1.0" encoding="UTF-8"?>
<!--
  The facts of the header, in the order in which they are shown. How one looks is for the importing style sheet:
  it overrides the template "fact" (and "link", where it has links).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:t="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="t">

  <xsl:include href="facts-source.xsl"/>

  <xsl:variable name="setting" select="$header/t:profileDesc/t:settingDesc/t:setting"/>
  <xsl:variable name="people" select="$header/t:profileDesc/t:particDesc//t:person"/>
  <xsl:variable name="class" select="$header/t:profileDesc/t:textClass/t:catRef"/>
  <xsl:variable name="manuscript" select="$header/t:fileDesc/t:sourceDesc/t:msDesc"/>
  <xsl:variable name="custody" select="$manuscript//t:custEvent"/>
  <xsl:variable name="publication" select="$header/t:fileDesc/t:publicationStmt"/>

  <!-- One fact; overridden. -->
  <xsl:template name="fact"><xsl:param name="name"/><xsl:param name="value"/></xsl:template>

  <!-- A link that HTML makes and plain text does not; overridden. -->
  <xsl:template name="link">
    <xsl:param name="url"/>
    <xsl:param name="content"/>
    <xsl:copy-of select="$content"/>
  </xsl:template>

  <!-- All facts, in order. To add one, override this template and call "facts" of your own. -->
  <xsl:template name="facts">
    <xsl:call-template name="when-facts"/>
    <xsl:call-template name="where-facts"/>
    <xsl:call-template name="people-facts"/>
    <xsl:call-template name="secrecy-facts"/>
    <xsl:call-template name="source-facts"/>
    <xsl:call-template name="edition-facts"/>
  </xsl:template>

  <!-- == Date and time =========================================================================== -->
  <xsl:template name="when-facts">
    <xsl:if test="$setting/t:date">
      <xsl:call-template name="fact">
        <xsl:with-param name="name">Date</xsl:with-param>
        <xsl:with-param name="value"><xsl:apply-templates select="$setting/t:date" mode="fact"/></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$setting/t:date[contains(concat(@when, @from), 'T')] or $setting/t:time">
      <xsl:call-template name="fact">
        <xsl:with-param name="name">Time</xsl:with-param>
        <xsl:with-param name="value">
          <xsl:apply-templates select="$setting/t:date[contains(concat(@when, @from), 'T')] | $setting/t:time" mode="time"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$header/t:profileDesc/t:creation/t:date">
      <xsl:call-template name="fact">
        <xsl:with-param name="name">Drafted</xsl:with-param>
        <xsl:with-param name="value">
          <xsl:apply-templates select="$header/t:profileDesc/t:creation/t:date" mode="fact"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A date in words, with its grounds where it is a conjecture. -->
  <xsl:template match="t:date" mode="fact">
    <xsl:variable name="from" select="concat(@when, @from, @notBefore)"/>
    <xsl:variable name="to" select="concat(@to, @notAfter)"/>
    <xsl:if test="position() &gt; 1">; </xsl:if>
    <xsl:choose>
      <xsl:when test="$from">
        <xsl:call-template name="day"><xsl:with-param name="iso" select="$from"/></xsl:call-template>
        <xsl:if test="$to and not(substring($to, 1, 10) = substring($from, 1, 10))">
          <xsl:text> &#8211; </xsl:text>
          <xsl:call-template name="day"><xsl:with-param name="iso" select="$to"/></xsl:call-template>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="normalize-space()"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@evidence or @cert">
      <xsl:text> (</xsl:text>
      <xsl:choose>
        <xsl:when test="normalize-space(@ana)">
          <xsl:call-template name="categories"><xsl:with-param name="pointers" select="@ana"/></xsl:call-template>
        </xsl:when>
        <xsl:when test="@evidence"><xsl:value-of select="@evidence"/></xsl:when>
        <xsl:otherwise>inferred</xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@cert"><xsl:value-of select="concat('; certainty: ', @cert)"/></xsl:if>
      <xsl:text>)</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="t:date | t:time" mode="time">
    <!-- A time stands alone in its attribute, a date carries it after a T. -->
    <xsl:variable name="t" select="substring('T', 1 div boolean(self::t:time))"/>
    <xsl:variable name="from" select="concat($t, @when, @from)"/>
    <xsl:if test="position() &gt; 1">; </xsl:if>
    <xsl:call-template name="clock"><xsl:with-param name="iso" select="$from"/></xsl:call-template>
    <xsl:if test="@to">
      <xsl:text>&#8211;</xsl:text>
      <xsl:call-template name="clock"><xsl:with-param name="iso" select="concat($t, @to)"/></xsl:call-template>
    </xsl:if>
    <xsl:call-template name="zone"><xsl:with-param name="iso" select="$from"/></xsl:call-template>
  </xsl:template>

  <!-- == Place and medium ======================================================================== -->
  <xsl:template name="where-facts">
    <xsl:if test="$setting/t:placeName or $setting/t:locale or $setting/t:name">
      <xsl:call-template name="fact">
        <xsl:with-param name="name">Place</xsl:with-param>
        <xsl:with-param name="value">
          <xsl:call-template name="series">
            <xsl:with-param name="nodes" select="$setting/t:locale | $setting/t:placeName | $setting/t:name"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:variable name="medium" select="$class[@scheme = '#medium' or starts-with(@target, '#medium.')]"/>
    <xsl:if test="$medium or $setting/t:activity">
      <xsl:call-template name="fact">
        <xsl:with-param name="name">Medium</xsl:with-param>
        <xsl:with-param name="value">
          <xsl:choose>
            <xsl:when test="$medium">
              <xsl:call-template name="categories"><xsl:with-param name="pointers" select="$medium[1]/@target"/></xsl:call-template>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="series"><xsl:with-param name="nodes" select="$setting/t:activity"/></xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- == People ================================================================================== -->
  <xsl:template name="people-facts">
    <xsl:variable name="interpreters" select="$people[@role = 'interpreter']"/>
    <xsl:variable name="notetakers" select="$people[@role = 'notetaker']"/>
    <xsl:variable name="others" select="$people[not(@role = 'interpreter' or @role = 'notetaker')]"/>
    <xsl:call-template name="persons">
      <xsl:with-param name="one">Participant</xsl:with-param>
      <xsl:with-param name="persons" select="$others"/>
    </xsl:call-template>
    <xsl:call-template name="persons">
      <xsl:with-param name="one">Interpreter</xsl:with-param>
      <xsl:with-param name="persons" select="$interpreters"/>
    </xsl:call-template>
    <xsl:call-template name="persons">
      <xsl:with-param name="one">Note-taker</xsl:with-param>
      <xsl:with-param name="persons" select="$notetakers"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="persons">
    <xsl:param name="one"/>
    <xsl:param name="persons"/>
    <xsl:if test="$persons">
      <xsl:call-template name="fact">
        <xsl:with-param name="name">
          <xsl:value-of select="$one"/>
          <xsl:if test="count($persons) &gt; 1">s</xsl:if>
        </xsl:with-param>
        <xsl:with-param name="value">
          <xsl:call-template name="person-list"><xsl:with-param name="persons" select="$persons"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Persons separated by semicolons; HTML overrides this with a list. -->
  <xsl:template name="person-list">
    <xsl:param name="persons"/>
    <xsl:for-each select="$persons">
      <xsl:if test="position() &gt; 1">; </xsl:if>
      <xsl:call-template name="person"/>
    </xsl:for-each>
  </xsl:template>

  <!-- A person: name, role where it says more than that he took part, and when he came or left. -->
  <xsl:template name="person">
    <xsl:call-template name="person-name"/>
    <xsl:variable name="role" select="translate(@role, '-_', '  ')"/>
    <xsl:if test="$role and not($role = 'principal' or $role = 'participant' or $role = 'interpreter' or $role = 'notetaker' or $role = 'unknown')">
      <xsl:value-of select="concat(' (', $role, ')')"/>
    </xsl:if>
    <xsl:for-each select="t:state[@type = 'attendance']">
      <xsl:value-of select="concat(', ', normalize-space(t:desc | t:label | t:p))"/>
      <xsl:if test="contains(@from, 'T')">
        <xsl:text>, from </xsl:text>
        <xsl:call-template name="clock"><xsl:with-param name="iso" select="@from"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="contains(@to, 'T')">
        <xsl:text>, until </xsl:text>
        <xsl:call-template name="clock"><xsl:with-param name="iso" select="@to"/></xsl:call-template>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- Names of several parts are joined by spaces, whatever the file's layout. -->
  <xsl:template name="person-name">
    <xsl:variable name="names" select="t:persName[not(@type = 'variant')]"/>
    <xsl:choose>
      <xsl:when test="$names[1]/*"><xsl:for-each select="$names[1]/node()[normalize-space()]">
        <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
        <xsl:value-of select="normalize-space()"/>
      </xsl:for-each></xsl:when>
      <xsl:when test="$names"><xsl:value-of select="normalize-space($names[1])"/></xsl:when>
      <xsl:when test="normalize-space()"><xsl:value-of select="normalize-space()"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@xml:id"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- == Classification and declassification ===================================================== -->
  <xsl:template name="secrecy-facts">
    <xsl:variable name="level" select="$class[@scheme = '#classification' or starts-with(@target, '#classification.')]"/>
    <xsl:variable name="levels">
      <xsl:for-each select="$level">
        <xsl:if test="position() &gt; 1">, </xsl:if>
        <xsl:call-template name="categories"><xsl:with-param name="pointers" select="@target"/></xsl:call-template>
      </xsl:for-each>
    </xsl:variable>
    <!-- What the document says of it, where that is more than the same in other letters and signs. -->
    <xsl:variable name="told">ABCDEFGHIJKLMNOPQRSTUVWXYZ/,;.</xsl:variable>
    <xsl:variable name="plain" select="'abcdefghijklmnopqrstuvwxyz '"/>
    <xsl:variable name="known" select="translate(normalize-space($levels), $told, $plain)"/>
    <xsl:variable name="said" select="$custody[@type = 'classification'][translate(normalize-space(), $told, $plain) != $known]"/>
    <xsl:if test="$level or $said">
      <xsl:call-template name="fact">
        <xsl:with-param name="name">Classification</xsl:with-param>
        <xsl:with-param name="value">
          <xsl:value-of select="$levels"/>
          <xsl:if test="$level and $said">. </xsl:if>
          <xsl:call-template name="series">
            <xsl:with-param name="nodes" select="$said"/>
            <xsl:with-param name="between">; </xsl:with-param>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="$custody[@type = 'declassification']">
      <xsl:call-template name="fact">
        <xsl:with-param name="name">Declassified</xsl:with-param>
        <xsl:with-param name="value">
          <xsl:call-template name="day"><xsl:with-param name="iso" select="@when"/></xsl:call-template>
          <xsl:if test="@when and normalize-space()">: </xsl:if>
          <!-- The number of the appeal is not said again where the words have it already. -->
          <xsl:variable name="words"><xsl:copy-of select=".//text()[not(parent::t:idno)]"/></xsl:variable>
          <xsl:choose>
            <xsl:when test=".//t:idno and contains($words, normalize-space(.//t:idno))"><xsl:value-of select="normalize-space($words)"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="normalize-space()"/></xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- == The edition ============================================================================= -->
  <xsl:template name="edition-facts">
    <xsl:for-each select="$publication/t:publisher | $publication/t:authority">
      <xsl:call-template name="fact">
        <xsl:with-param name="name">
          <xsl:choose><xsl:when test="self::t:publisher">Publisher</xsl:when><xsl:otherwise>Status</xsl:otherwise></xsl:choose>
        </xsl:with-param>
        <xsl:with-param name="value"><xsl:value-of select="normalize-space()"/></xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:if test="$publication/t:idno">
      <xsl:call-template name="fact">
        <xsl:with-param name="name">Identifier</xsl:with-param>
        <xsl:with-param name="value"><xsl:call-template name="series"><xsl:with-param name="nodes" select="$publication/t:idno"/></xsl:call-template></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="normalize-space($publication/t:availability)">
      <xsl:call-template name="fact">
        <xsl:with-param name="name">Rights</xsl:with-param>
        <xsl:with-param name="value"><xsl:call-template name="rights"/></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="rights">
    <xsl:for-each select="$publication/t:availability/*">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <!-- A name of a licence is a link; after a statement of some length its address is. -->
      <xsl:variable name="long" select="string-length(normalize-space()) &gt; 80"/>
      <xsl:if test="$long"><xsl:value-of select="concat(normalize-space(), ' ')"/></xsl:if>
      <xsl:if test="@target or not($long)">
        <xsl:call-template name="link">
          <xsl:with-param name="url" select="string(@target)"/>
          <xsl:with-param name="content" select="normalize-space(concat(substring(@target, 1 div $long), substring(., 1 div not($long))))"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- "“Title”, 23 February 1991. Publisher, identifier." -->
  <xsl:template name="citation">
    <xsl:text>&#8220;</xsl:text>
    <xsl:call-template name="full-title"/>
    <xsl:text>&#8221;</xsl:text>
    <xsl:if test="$setting/t:date/@when | $setting/t:date/@from">
      <xsl:text>, </xsl:text>
      <xsl:call-template name="day">
        <xsl:with-param name="iso" select="string($setting[1]/t:date[1]/@when | $setting[1]/t:date[1]/@from)"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:text>. </xsl:text>
    <xsl:for-each select="$manuscript[t:msIdentifier/*[not(self::t:msName)]][1]">
      <xsl:call-template name="shelfmark"/>
      <xsl:text>. </xsl:text>
    </xsl:for-each>
    <xsl:call-template name="series">
      <xsl:with-param name="nodes" select="$publication/t:publisher | $publication/t:idno"/>
    </xsl:call-template>
    <xsl:text>.</xsl:text>
  </xsl:template>

  <!-- Nodes that say something, in document order, with commas. -->
  <xsl:template name="series">
    <xsl:param name="nodes"/>
    <xsl:param name="between">, </xsl:param>
    <xsl:for-each select="$nodes[normalize-space()]">
      <xsl:if test="position() &gt; 1"><xsl:value-of select="$between"/></xsl:if>
      <xsl:value-of select="normalize-space()"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
